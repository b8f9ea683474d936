#pragma once
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

// What Swift cannot say by itself: variadic calls, and the macros that are casts to function pointers.

/// Switches a SQLITE_DBCONFIG option that takes an on/off argument; sqlite3_db_config is variadic.
static inline int csqlite_configure(sqlite3 *database, int option, int on) {
  return sqlite3_db_config(database, option, on, (int *)0);
}

/// Switches off the counting of allocated bytes, which takes a lock at every allocation. Has an effect only before
/// the process uses SQLite for the first time.
static inline int csqlite_skip_memory_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// Answers 1 or 0 for such an option, -1 when it is unknown; an argument below zero only asks.
static inline int csqlite_configuration(sqlite3 *database, int option) {
  int answer = -1;
  return sqlite3_db_config(database, option, -1, &answer) == SQLITE_OK ? answer : -1;
}

/// The size of the main database's file in bytes; 0 in memory, -1 when it cannot be told.
static inline sqlite3_int64 csqlite_file_size(sqlite3 *database) {
  sqlite3_file *file = 0;
  sqlite3_int64 size = 0;
  if (sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK) return -1;
  if (!file || !file->pMethods) return 0;
  return file->pMethods->xFileSize(file, &size) == SQLITE_OK ? size : -1;
}

/// Binds a copy of the bytes as text. A null pointer would bind NULL, so empty text gets an address.
static inline int csqlite_bind_text(sqlite3_stmt *statement, int index, const void *bytes, size_t count) {
  return sqlite3_bind_text64(statement, index, bytes ? (const char *)bytes : "", count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// Binds a copy of the bytes as a blob. A null pointer would bind NULL, so an empty blob gets an address.
static inline int csqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, size_t count) {
  return sqlite3_bind_blob64(statement, index, bytes ? bytes : "", count, SQLITE_TRANSIENT);
}

/// Answers a copy of the bytes from a function as text.
static inline void csqlite_result_text(sqlite3_context *context, const void *bytes, size_t count) {
  sqlite3_result_text64(context, bytes ? (const char *)bytes : "", count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// Answers a copy of the bytes from a function as a blob.
static inline void csqlite_result_blob(sqlite3_context *context, const void *bytes, size_t count) {
  sqlite3_result_blob64(context, bytes ? bytes : "", count, SQLITE_TRANSIENT);
}

static inline bool csqlite_contains_nul(const void *bytes, size_t count) {
  return count > 0 && memchr(bytes, 0, count) != NULL;
}
