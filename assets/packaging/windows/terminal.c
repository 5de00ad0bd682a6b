// smartcanal.com: what a command prompt takes before smartcanal.exe. A prompt does not wait for a program
// with a window; this one has none, starts the program beside it with the same words and handles, waits
// and ends with its exit code.
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

// words are what follows the program's own name in the command line, the blank before them included.
static const wchar_t *words(const wchar_t *line) {
	int quoted = 0;
	for (; *line && (quoted || (*line != L' ' && *line != L'\t')); line++)
		if (*line == L'"')
			quoted = !quoted;
	return line;
}

static BOOL WINAPI leave_to_program(DWORD event) {
	(void)event;
	return TRUE; // Ctrl+C reaches the program too; it decides, and this one keeps waiting
}

int wmain(void) {
	static wchar_t program[32768], line[65536];
	DWORD length = GetModuleFileNameW(NULL, program, 32768);
	if (length < 4 || length == 32768)
		return 1;
	lstrcpyW(program + length - 4, L".exe");
	const wchar_t *given = words(GetCommandLineW());
	if (length + 3 + lstrlenW(given) >= 65536)
		return 1;
	lstrcpyW(line, L"\"");
	lstrcatW(line, program);
	lstrcatW(line, L"\"");
	lstrcatW(line, *given ? given : L" help");

	STARTUPINFOW start = {.cb = sizeof start};
	start.dwFlags = STARTF_USESTDHANDLES;
	start.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
	start.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
	start.hStdError = GetStdHandle(STD_ERROR_HANDLE);
	PROCESS_INFORMATION running;
	SetConsoleCtrlHandler(leave_to_program, TRUE);
	if (!CreateProcessW(program, line, NULL, NULL, TRUE, 0, NULL, NULL, &start, &running))
		return 1;
	WaitForSingleObject(running.hProcess, INFINITE);
	DWORD code = 1;
	GetExitCodeProcess(running.hProcess, &code);
	return (int)code;
}
