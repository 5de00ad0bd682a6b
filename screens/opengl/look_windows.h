#ifndef SMARTCANAL_LOOK_WINDOWS_H
#define SMARTCANAL_LOOK_WINDOWS_H

// look_at_opengl writes the version and the renderer of the given opengl32.dll, each of at most size
// characters with the end mark; 0 when no context can be made.
int look_at_opengl(void *library, char *version, char *renderer, int size);

#endif
