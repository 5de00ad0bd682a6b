; The installer of 智慧运河. package compiles it and hands over VERSION, NAME, PROGRAMS (the folder with what is
; installed), OUTPUT and SIZE (KB). What it must never do: touch a file of data.
;
; Silent: 智慧运河-…-setup.exe /S [/AllUsers] [/D=C:\folder], /D last and without quotes.
; Exit codes: 0 done, 2 could not write (disk full), 3 the program runs, 4 a newer version is installed,
; 5 a file is locked, 6 all users asked for without administrator.

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
ManifestSupportedOS Win10
ManifestDPIAware true
ManifestLongPathAware true
RequestExecutionLevel user

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WordFunc.nsh

!define ID cn.smartcanal.workbench
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define RUNNING "Local\${ID}"

Name "${NAME} ${VERSION}"
OutFile "${OUTPUT}"
BrandingText "${NAME} ${VERSION}"
ShowInstDetails nevershow
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 ProductName "${NAME}"
VIAddVersionKey /LANG=0 FileDescription "${NAME}"
VIAddVersionKey /LANG=0 FileVersion "${VERSION}"
VIAddVersionKey /LANG=0 ProductVersion "${VERSION}"
VIAddVersionKey /LANG=0 LegalCopyright "Apache-2.0"

!define MUI_ICON "${PROGRAMS}\..\resources\smartcanal.ico"
!define MUI_UNICON "${PROGRAMS}\..\resources\smartcanal.ico"
!define MUI_ABORTWARNING
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PROGRAMS}\..\resources\side.bmp"
!define MUI_FINISHPAGE_TITLE "$(INSTALLED)"
!define MUI_FINISHPAGE_TEXT "$(WHERE_DATA_IS)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\smartcanal.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(OPEN_IT)"
!define MUI_PAGE_CUSTOMFUNCTION_PRE skip_where_known
Page custom ask_for_whom take_for_whom
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE SimpChinese
!insertmacro MUI_LANGUAGE English
!include "words.nsh"

Var ForAll  ; 1: for all users
Var Known   ; 1: an earlier version is being replaced, where it is
Var OnlyMe  ; the page's buttons
Var Everyone

; ---- for whom

!macro SetContext
	SetRegView 64
	${If} $ForAll == 1
		SetShellVarContext all
	${Else}
		SetShellVarContext current
	${EndIf}
!macroend

!macro ReadParameters
	${GetParameters} $R0
	ClearErrors
	${GetOptions} $R0 "/AllUsers" $R1
	${IfNot} ${Errors}
		StrCpy $ForAll 1
	${EndIf}
	!insertmacro SetContext
!macroend

Function .onInit
	!insertmacro ReadParameters
	${If} $INSTDIR == ""
		Call choose_folder
	${Else}
		StrCpy $Known 1
	${EndIf}
	${If} ${Silent}
		Call refuse_without_administrator
	${EndIf}
FunctionEnd

Function choose_folder
	!insertmacro SetContext
	ReadRegStr $INSTDIR SHCTX "${UNINSTALL_KEY}" "InstallLocation"
	StrCpy $Known 1
	${If} $INSTDIR == ""
		StrCpy $Known 0
		${If} $ForAll == 1
			StrCpy $INSTDIR "$PROGRAMFILES64\SmartCanal"
		${Else}
			StrCpy $INSTDIR "$LOCALAPPDATA\Programs\SmartCanal"
		${EndIf}
	${EndIf}
FunctionEnd

Function refuse_without_administrator
	${If} $ForAll == 1
		System::Call 'shell32::IsUserAnAdmin() i.r0'
		${If} $0 == 0
			SetErrorLevel 6
			Quit
		${EndIf}
	${EndIf}
FunctionEnd

Function ask_for_whom
	${If} $ForAll == 1
	${OrIf} $Known == 1
		Abort ; already answered
	${EndIf}
	!insertmacro MUI_HEADER_TEXT "$(FOR_WHOM)" "$(FOR_WHOM_HELP)"
	nsDialogs::Create 1018
	Pop $0
	${NSD_CreateRadioButton} 0 12u 100% 14u "$(ONLY_ME)"
	Pop $OnlyMe
	${NSD_Check} $OnlyMe
	${NSD_CreateRadioButton} 0 32u 100% 14u "$(EVERYONE)"
	Pop $Everyone
	nsDialogs::Show
FunctionEnd

Function take_for_whom
	${NSD_GetState} $Everyone $0
	${If} $0 != ${BST_CHECKED}
		Return
	${EndIf}
	System::Call 'shell32::IsUserAnAdmin() i.r0'
	${If} $0 == 0
		ClearErrors
		ExecShell "runas" "$EXEPATH" "/AllUsers"
		IfErrors 0 +2
			Abort ; permission refused: back to the question
		Quit
	${EndIf}
	StrCpy $ForAll 1
	Call choose_folder
FunctionEnd

Function skip_where_known
	${If} $Known == 1
		Abort
	${EndIf}
FunctionEnd

; ---- what stands in the way

Function refuse_downgrade
	ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" "DisplayVersion"
	${If} $0 == ""
		Return
	${EndIf}
	${VersionCompare} $0 "${VERSION}" $1
	${If} $1 == 1
		MessageBox MB_OK|MB_ICONSTOP "$(NEWER_THERE)" /SD IDOK
		SetErrorLevel 4
		Quit
	${EndIf}
FunctionEnd

; $0 is 1 while the program's file cannot be replaced: it runs, or something has it open.
!macro InUse
	StrCpy $0 0
	${If} ${FileExists} "$INSTDIR\smartcanal.exe"
		System::Call 'kernel32::CreateFileW(w "$INSTDIR\smartcanal.exe", i 0x40000000, i 3, p 0, i 3, i 0, p 0) p.r1'
		${If} $1 == -1
			StrCpy $0 1
		${Else}
			System::Call 'kernel32::CloseHandle(p r1)'
		${EndIf}
	${EndIf}
!macroend

; $0 is 1 while a window of the program is open.
!macro Running
	System::Call 'kernel32::OpenMutexW(i 0x100000, i 0, w "${RUNNING}") p.r1'
	StrCpy $0 0
	${If} $1 != 0
		System::Call 'kernel32::CloseHandle(p r1)'
		StrCpy $0 1
	${EndIf}
!macroend

; An antivirus program holds a new file for a second or two: it is asked for twenty times before a person is.
!macro WaitUntilFree un
Function ${un}wait_until_free
	again:
	StrCpy $R2 0
	${Do}
		!insertmacro InUse
		${If} $0 == 0
			Return
		${EndIf}
		!insertmacro Running
		${If} $0 == 1
			MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNS)" /SD IDCANCEL IDRETRY again
			SetErrorLevel 3
			Quit
		${EndIf}
		IntOp $R2 $R2 + 1
		Sleep 500
	${LoopUntil} $R2 >= 20
	StrCpy $R3 "$INSTDIR\smartcanal.exe"
	MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(LOCKED)" /SD IDCANCEL IDRETRY again
	SetErrorLevel 5
	Quit
FunctionEnd
!macroend
!insertmacro WaitUntilFree ""
!insertmacro WaitUntilFree "un."

; ---- files: each is written whole beside the old one, flushed, and put in its place in one step, so that a
; power cut leaves the old or the new one, never half of either.

!macro DropNew file
	Delete "$INSTDIR\${file}.new"
!macroend

!macro DeleteFile file
	Delete "$INSTDIR\${file}"
!macroend

; The program comes last: it is what makes the version.
!macro EachFile do
	!insertmacro ${do} "LICENSE.txt"
	!insertmacro ${do} "THIRD-PARTY.txt"
	!ifdef SOFTWARE
		!insertmacro ${do} "opengl\libgallium_wgl.dll"
		!insertmacro ${do} "opengl\opengl32.dll"
		!insertmacro ${do} "opengl\LICENSE.txt"
	!endif
	!ifdef MANUAL
		!insertmacro ${do} "manual.pdf"
	!endif
	!insertmacro ${do} "smartcanal.com"
	!insertmacro ${do} "smartcanal.exe"
!macroend

!macro Unpack file
	ClearErrors
	File "/oname=$INSTDIR\${file}.new" "${PROGRAMS}\${file}"
	${If} ${Errors}
		StrCpy $R3 "$INSTDIR\${file}.new"
		Call cannot_write
	${EndIf}
	System::Call 'kernel32::CreateFileW(w "$INSTDIR\${file}.new", i 0x40000000, i 0, p 0, i 3, i 0, p 0) p.r1'
	System::Call 'kernel32::FlushFileBuffers(p r1)'
	System::Call 'kernel32::CloseHandle(p r1)'
!macroend

!macro PutInPlace file
	StrCpy $R3 "$INSTDIR\${file}"
	Call put_in_place
!macroend

Function put_in_place
	again:
	StrCpy $R2 0
	${Do}
		System::Call 'kernel32::MoveFileExW(w "$R3.new", w R3, i 9) i.r0' ; replace, and write through
		${If} $0 != 0
			Return
		${EndIf}
		IntOp $R2 $R2 + 1
		Sleep 500
	${LoopUntil} $R2 >= 20
	MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(LOCKED)" /SD IDCANCEL IDRETRY again
	Call drop_new
	SetErrorLevel 5
	Quit
FunctionEnd

Function cannot_write
	Call drop_new
	MessageBox MB_OK|MB_ICONSTOP "$(CANNOT_WRITE)" /SD IDOK
	SetErrorLevel 2
	Quit
FunctionEnd

; What a failed or interrupted run left beside the real files.
Function drop_new
	!insertmacro EachFile DropNew
FunctionEnd

Function .onInstFailed
	Call drop_new
FunctionEnd

Section
	!insertmacro SetContext
	Call refuse_downgrade
	Call wait_until_free
	ClearErrors
	CreateDirectory "$INSTDIR"
	${If} ${Errors}
		StrCpy $R3 "$INSTDIR"
		Call cannot_write
	${EndIf}
	Call drop_new
	CreateDirectory "$INSTDIR\opengl"
	SetOutPath "$INSTDIR"
	!insertmacro EachFile Unpack
	!insertmacro EachFile PutInPlace
	WriteUninstaller "$INSTDIR\uninstall.exe"
	Call make_known
SectionEnd

; ---- what the system knows

Function make_known
	; A shortcut on the desktop that a person threw away stays away.
	${IfNot} ${FileExists} "$SMPROGRAMS\${NAME}.lnk"
		CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\smartcanal.exe"
	${EndIf}
	CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\smartcanal.exe"

	WriteRegStr SHCTX "Software\Classes\.smartcanal" "" "SmartCanal.Data"
	WriteRegStr SHCTX "Software\Classes\.smartcanal\OpenWithProgids" "SmartCanal.Data" ""
	WriteRegStr SHCTX "Software\Classes\SmartCanal.Data" "" "$(FILE_OF_DATA)"
	WriteRegStr SHCTX "Software\Classes\SmartCanal.Data\DefaultIcon" "" '"$INSTDIR\smartcanal.exe",0'
	WriteRegStr SHCTX "Software\Classes\SmartCanal.Data\shell\open\command" "" '"$INSTDIR\smartcanal.exe" "%1"'
	WriteRegStr SHCTX "Software\Classes\Applications\smartcanal.exe" "FriendlyAppName" "${NAME}"
	WriteRegStr SHCTX "Software\Classes\Applications\smartcanal.exe\SupportedTypes" ".smartcanal" ""
	WriteRegStr SHCTX "Software\Classes\Applications\smartcanal.exe\SupportedTypes" ".db" ""
	WriteRegStr SHCTX "Software\Classes\Applications\smartcanal.exe\shell\open\command" "" '"$INSTDIR\smartcanal.exe" "%1"'
	WriteRegStr SHCTX "Software\Microsoft\Windows\CurrentVersion\App Paths\smartcanal.exe" "" "$INSTDIR\smartcanal.exe"

	WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
	WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
	WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\smartcanal.exe"
	WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
	WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${NAME}"
	WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE}
	WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
	WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
	StrCpy $0 ""
	${If} $ForAll == 1
		StrCpy $0 " /AllUsers"
	${EndIf}
	WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"$0'
	WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe"$0 /S'
	System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; associations changed
FunctionEnd

; ---- uninstalling leaves every file of data where it is

Function un.onInit
	!insertmacro ReadParameters
FunctionEnd

Section Uninstall
	!insertmacro SetContext
	Call un.wait_until_free
	!insertmacro EachFile DeleteFile
	Delete "$INSTDIR\uninstall.exe"
	RMDir "$INSTDIR\opengl"
	SetOutPath "$TEMP" ; the folder can go only when nothing stands in it
	RMDir "$INSTDIR"
	Delete "$DESKTOP\${NAME}.lnk"
	Delete "$SMPROGRAMS\${NAME}.lnk"
	ReadRegStr $0 SHCTX "Software\Classes\.smartcanal" ""
	${If} $0 == "SmartCanal.Data"
		DeleteRegKey SHCTX "Software\Classes\.smartcanal"
	${EndIf}
	DeleteRegKey SHCTX "Software\Classes\SmartCanal.Data"
	DeleteRegKey SHCTX "Software\Classes\Applications\smartcanal.exe"
	DeleteRegKey SHCTX "Software\Microsoft\Windows\CurrentVersion\App Paths\smartcanal.exe"
	DeleteRegKey SHCTX "${UNINSTALL_KEY}"
	System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
	SetShellVarContext current
	MessageBox MB_OK|MB_ICONINFORMATION "$(DATA_STAYS)" /SD IDOK
SectionEnd
