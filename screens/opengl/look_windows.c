//go:build cgo

#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <string.h>

#include "look_windows.h"

typedef HGLRC(WINAPI *create_context)(HDC);
typedef BOOL(WINAPI *make_current)(HDC, HGLRC);
typedef BOOL(WINAPI *delete_context)(HGLRC);
typedef const unsigned char *(WINAPI *get_string)(unsigned int);

enum { GL_RENDERER = 0x1F01, GL_VERSION = 0x1F02 };

static void keep(get_string get, unsigned int name, char *to, int size) {
	const char *text = (const char *)get(name);
	strncpy(to, text ? text : "", size - 1);
	to[size - 1] = 0;
}

static int read_context(HMODULE gl, HDC dc, char *version, char *renderer, int size) {
	create_context create = (create_context)(void *)GetProcAddress(gl, "wglCreateContext");
	make_current use = (make_current)(void *)GetProcAddress(gl, "wglMakeCurrent");
	delete_context drop = (delete_context)(void *)GetProcAddress(gl, "wglDeleteContext");
	get_string get = (get_string)(void *)GetProcAddress(gl, "glGetString");
	if (!create || !use || !drop || !get)
		return 0;
	HGLRC context = create(dc);
	if (!context)
		return 0;
	int read = use(dc, context);
	if (read) {
		keep(get, GL_VERSION, version, size);
		keep(get, GL_RENDERER, renderer, size);
		use(NULL, NULL);
	}
	drop(context);
	return read;
}

int look_at_opengl(void *library, char *version, char *renderer, int size) {
	HWND window = CreateWindowExW(0, L"STATIC", L"", WS_POPUP, 0, 0, 16, 16, NULL, NULL, GetModuleHandleW(NULL), NULL);
	if (!window)
		return 0;
	HDC dc = GetDC(window);
	PIXELFORMATDESCRIPTOR wanted = {sizeof wanted, 1, PFD_DRAW_TO_WINDOW | PFD_SUPPORT_OPENGL | PFD_DOUBLEBUFFER, PFD_TYPE_RGBA, 24};
	int read = 0, format = ChoosePixelFormat(dc, &wanted);
	if (format && SetPixelFormat(dc, format, &wanted))
		read = read_context((HMODULE)library, dc, version, renderer, size);
	ReleaseDC(window, dc);
	DestroyWindow(window);
	return read;
}

// The bindings to OpenGL call wglGetProcAddress through the import table, which would bind the whole program
// to the system's opengl32.dll before it could choose. This stands in that import's place and asks
// whichever opengl32.dll has been loaded by then.
static PROC WINAPI address_in_loaded(LPCSTR name) {
	static PROC(WINAPI *ask)(LPCSTR);
	if (!ask)
		ask = (PROC(WINAPI *)(LPCSTR))(void *)GetProcAddress(LoadLibraryA("opengl32.dll"), "wglGetProcAddress");
	return ask ? ask(name) : NULL;
}

extern PROC(WINAPI *const import_of_address)(LPCSTR) __asm__("__imp_wglGetProcAddress");
PROC(WINAPI *const import_of_address)(LPCSTR) = address_in_loaded;
