#pragma once
#include <xlsxwriter.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

/// A file that is nowhere but in memory; -1 when there can be none. By its number, since the function's name is hidden without _GNU_SOURCE.
static inline int cxlsx_memory_file(void) { return (int)syscall(SYS_memfd_create, "workbook", 1u); }
