# Proves on Windows itself that the installer of build/dist installs, the program answers and its window's
# process starts, and uninstalling leaves nothing: what Wine cannot vouch for.
$ErrorActionPreference = 'Stop'
$setup = (Get-ChildItem build/dist/*-setup.exe).FullName
$folder = "$env:LOCALAPPDATA\Programs\SmartCanal"

function Must($what, $holds) { if (-not $holds) { throw "WRONG: $what" } }

$run = Start-Process $setup -ArgumentList '/S' -Wait -PassThru
Must "the installer's exit code is $($run.ExitCode)" ($run.ExitCode -eq 0)
Must 'the program is not there' (Test-Path "$folder\smartcanal.exe")
$version = & "$folder\smartcanal.com" version
Must "the program answers '$version'" ($version -match '^\d+\.\d+\.\d+$')
Must 'the file properties say another version' ((Get-Item "$folder\smartcanal.exe").VersionInfo.ProductVersion -eq $version)

# The runner has no graphics card: this is the software renderer's turn.
$env:SMARTCANAL_QUIT_WHEN_SHOWN = '1'
$run = Start-Process "$folder\smartcanal.exe" -Wait -PassThru
Must "the window's exit code is $($run.ExitCode)" ($run.ExitCode -eq 0)

Start-Process "$folder\uninstall.exe" -ArgumentList '/S' -Wait
for ($i = 0; $i -lt 60 -and (Test-Path $folder); $i++) { Start-Sleep -Milliseconds 500 }
Must 'uninstalling left the folder' (-not (Test-Path $folder))
"installed, answered, showed its window and went again: $version"
