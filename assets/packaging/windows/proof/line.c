// line.exe "COMMAND LINE": runs it as it stands and ends with its exit code. The installer takes a folder with
// blanks after /D= without quotes, which Wine would put around it.
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

int wmain(int count, wchar_t **words) {
	STARTUPINFOW start = {.cb = sizeof start};
	PROCESS_INFORMATION running;
	DWORD code = 1;
	if (count != 2 || !CreateProcessW(NULL, words[1], NULL, NULL, FALSE, 0, NULL, NULL, &start, &running))
		return 1;
	WaitForSingleObject(running.hProcess, INFINITE);
	GetExitCodeProcess(running.hProcess, &code);
	return (int)code;
}
