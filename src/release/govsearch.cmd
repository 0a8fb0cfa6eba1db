@echo off
rem Starts govsearch with the Java that came with it; no rights of an administrator are needed.
rem JVM flags of one's own go into GOVSEARCH_OPTS.
setlocal DisableDelayedExpansion
chcp 65001 >nul
set "app=%~dp0app"
set "memory=-Xmx512m"
if /i "%~1"=="index" set "memory=-Xmx400m -XX:+UseSerialGC -Xmn96m"
if /i "%~1"=="sync" set "memory=-Xmx400m -XX:+UseSerialGC -Xmn96m"
"%~dp0runtime\bin\java.exe" -Xshare:auto -Xlog:disable --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "-Djava.util.logging.config.file=%app%\logging.properties" "-Dgovsearch.home=%~dp0." %memory% %GOVSEARCH_OPTS% -jar "%app%\govsearch.jar" %*
exit /b %errorlevel%
