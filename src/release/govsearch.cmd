@echo off
rem Starts govsearch with the Java that came with it; no rights of an administrator are needed.
rem JVM flags of one's own go into GOVSEARCH_OPTS. This file is ASCII alone: it is read before the code page is set.
rem A path may hold blanks, parentheses, ampersands and exclamation marks: it stands between quotation
rem marks, outside of blocks, and nothing is expanded twice.
setlocal EnableExtensions DisableDelayedExpansion
if not exist "%~dp0runtime\bin\java.exe" goto packed
set "codepage="
for /f "tokens=2 delims=:." %%c in ('chcp') do set "codepage=%%c"
chcp 65001 >nul
set "app=%~dp0app"
set "memory=-Xmx512m -XX:+UseParallelGC -XX:MetaspaceSize=96m"
for %%c in (index sync check manifest) do if /i "%~1"=="%%c" set "memory=-Xmx400m -XX:+UseSerialGC -Xmn96m"
"%~dp0runtime\bin\java.exe" -Xshare:auto -Xlog:disable --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "-Djava.util.logging.config.file=%app%\logging.properties" "-Dgovsearch.home=%~dp0." %memory% %GOVSEARCH_OPTS% -jar "%app%\govsearch.jar" %*
set "code=%errorlevel%"
if defined codepage chcp %codepage% >nul
exit /b %code%

:packed
echo There is no "%~dp0runtime\bin\java.exe". >&2
echo Unpack the whole zip first: in Explorer, right-click it and choose Extract All. >&2
exit /b 2
