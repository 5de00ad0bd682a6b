// hold.exe FILE MILLISECONDS: keeps a file open for itself, as an antivirus program does with a new one.
#define WIN32_LEAN_AND_MEAN
#include <stdlib.h>
#include <windows.h>

int wmain(int count, wchar_t **words) {
	if (count != 3)
		return 2;
	HANDLE file = CreateFileW(words[1], GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
	if (file == INVALID_HANDLE_VALUE)
		return 1;
	Sleep((DWORD)_wtoi(words[2]));
	return 0;
}
