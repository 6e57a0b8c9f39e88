/* A disk that stalls: loaded before a program (LD_PRELOAD), it makes each wait for the disk take
 * STALL_MS milliseconds longer. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static void stall(void)
{
    const char *text = getenv("STALL_MS");
    long ms = text ? strtol(text, NULL, 10) : 0;
    struct timespec time = { ms / 1000, ms % 1000 * 1000000L };
    nanosleep(&time, NULL);
}

int fsync(int file)
{
    stall();
    return ((int (*)(int)) dlsym(RTLD_NEXT, "fsync"))(file);
}

int fdatasync(int file)
{
    stall();
    return ((int (*)(int)) dlsym(RTLD_NEXT, "fdatasync"))(file);
}
