#pragma once
#include <microhttpd.h>
#include <stddef.h>

// What Swift cannot say by itself: variadic calls.

/// What a server is told when it starts; every callback gets `context` first.
struct cmicrohttp_server {
  int listening_socket;
  unsigned int connections;
  unsigned int idle_seconds;
  size_t memory_for_a_connection;
  void *context;
  MHD_NotifyConnectionCallback connection_changed;
  void *(*request_began)(void *context, const char *target, struct MHD_Connection *connection);
  MHD_AccessHandlerCallback request_arrives;
  MHD_RequestCompletedCallback request_ended;
};

/// Leaves the target as it was sent: it is decoded by who knows what is allowed in it.
static inline size_t cmicrohttp_leave_as_it_is(void *context, struct MHD_Connection *connection, char *text) {
  size_t length = 0;
  (void)context;
  (void)connection;
  while (text[length]) length++;
  return length;
}

/// Starts a server without a thread of its own that prints nothing; a null pointer when it cannot be.
static inline struct MHD_Daemon *cmicrohttp_start(const struct cmicrohttp_server *server) {
  return MHD_start_daemon(
      MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, server->request_arrives, server->context,
      MHD_OPTION_LISTEN_SOCKET, server->listening_socket, MHD_OPTION_CONNECTION_LIMIT, server->connections,
      MHD_OPTION_CONNECTION_TIMEOUT, server->idle_seconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
      server->memory_for_a_connection, MHD_OPTION_NOTIFY_CONNECTION, server->connection_changed, server->context,
      MHD_OPTION_URI_LOG_CALLBACK, server->request_began, server->context, MHD_OPTION_NOTIFY_COMPLETED,
      server->request_ended, server->context, MHD_OPTION_UNESCAPE_CALLBACK, cmicrohttp_leave_as_it_is, NULL,
      MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END);
}

/// The socket of a connection; -1 when it has none.
static inline int cmicrohttp_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}
