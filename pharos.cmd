@echo off
rem Starts Pharos. Builds first what is missing or older than its sources.
setlocal
set "root=%~dp0"
set "out=%root%app\target"
chcp 65001 >nul

rem Says "jdk=FOLDER" of a JDK 25 or newer, and "stale=yes" where a source is newer than the last build.
set "look=$places = '\*\*jdk*', '\Java\*', '\Zulu\*' | ForEach-Object { $env:ProgramFiles + $_ };"
set "look=%look% $jdks = @($env:JAVA_HOME) + @(Get-ChildItem ($places + ($env:USERPROFILE + '\.jdks\*')) -Directory -ErrorAction Ignore | ForEach-Object FullName);"
set "look=%look% foreach ($jdk in $jdks) { if ($jdk -and (Select-String -Quiet -Path ($jdk + '\release') -Pattern 'JAVA_VERSION=.(2[5-9]|[3-9][0-9])' -ErrorAction Ignore)) { 'jdk=' + $jdk; break } };"
set "look=%look% $files = 'pom.xml', 'engine\pom.xml', 'models\pom.xml', 'ui\pom.xml', 'app\pom.xml' | ForEach-Object { Get-Item ($env:root + $_) };"
set "look=%look% $files += 'engine', 'models', 'ui', 'app' | ForEach-Object { Get-ChildItem ($env:root + $_ + '\src\main') -Recurse -File };"
set "look=%look% $stamp = Get-Item ($env:out + '\launcher.stamp') -ErrorAction Ignore;"
set "look=%look% if (-not $stamp -or ($files | Where-Object LastWriteTime -gt $stamp.LastWriteTime)) { 'stale=yes' }"
set "jdk="
set "stale="
for /f "usebackq tokens=1* delims==" %%A in (`powershell -NoProfile -Command "%look%"`) do set "%%A=%%B"
if not defined jdk (
  echo pharos: no JDK 25 or newer found; install one or set JAVA_HOME 1>&2
  exit /b 1
)
set "JAVA_HOME=%jdk%"
if not exist "%out%\lib" set "stale=yes"

if defined stale (
  echo Building Pharos, once, a minute or two ... 1>&2
  if not exist "%root%target" mkdir "%root%target"
  rem The stamp gets the time of the beginning: what is changed during a build is built the next time.
  type nul >"%root%target\launcher.begun"
  pushd "%root%"
  call mvnw.cmd -B -q -Dstyle.color=never -pl app -am -DskipTests "-Dspotless.check.skip=true" package >"%root%target\build.log" 2>&1
  if errorlevel 1 (
    type "%root%target\build.log" 1>&2
    echo pharos: the build failed; the lines above are also in "%root%target\build.log" 1>&2
    exit /b 1
  )
  popd
  copy /y "%root%target\launcher.begun" "%out%\launcher.stamp" >nul
)

set "memory=-Xmx640m -XX:+UseG1GC -XX:MaxGCPauseMillis=30"
set "seen="
for %%A in (%*) do call :look "%%~A"
"%JAVA_HOME%\bin\java" -Xlog:disable %memory% -XX:-UsePerfData --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dai.djl.offline=true "-Dpharos.launcher=%~f0" -cp "%out%\pharos.jar;%out%\lib\*" dev.pharos.app.Main %*
exit /b %errorlevel%

rem The window is what is started by "open", or without a command; commands need less memory, and are short.
:look
if "%seen%"=="all" exit /b 0
set "word=%~1"
if "%seen%"=="--library" (
  set "seen="
  exit /b 0
)
for %%C in (-h --help -V --version) do if "%word%"=="%%C" (
  set "seen=all"
  set "memory=-Xmx320m -XX:+UseSerialGC"
)
if "%word%"=="--library" set "seen=--library"
if "%word:~0,1%"=="-" exit /b 0
set "seen=all"
if not "%word%"=="open" set "memory=-Xmx320m -XX:+UseSerialGC"
exit /b 0
