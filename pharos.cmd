@echo off
rem Starts Pharos. Builds first where there is no build yet.
setlocal
set "root=%~dp0"
set "out=%root%app\target"
chcp 65001 >nul
if exist "%out%\pharos.jar" if exist "%out%\lib" goto start
if not exist "%root%target" mkdir "%root%target"
echo Building Pharos (once, a minute or two) ... 1>&2
pushd "%root%"
call mvnw.cmd -B -q -Dstyle.color=never -pl app -am -DskipTests "-Dspotless.check.skip=true" package >"%root%target\build.log" 2>&1
if errorlevel 1 (
  type "%root%target\build.log" 1>&2
  echo pharos: the build failed; the lines above are also in %root%target\build.log 1>&2
  popd
  exit /b 1
)
popd
:start
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "memory=-Xmx320m"
if "%~1"=="" set "memory=-Xmx640m"
if "%~1"=="open" set "memory=-Xmx640m"
"%java%" -Xlog:disable -XX:+UseSerialGC %memory% -XX:-UsePerfData --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dai.djl.offline=true -cp "%out%\pharos.jar;%out%\lib\*" dev.pharos.app.Main %*
exit /b %errorlevel%
