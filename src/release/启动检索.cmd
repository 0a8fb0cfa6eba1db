@echo off
rem For a double click: serves until this window is closed. What went wrong stays to be read.
rem "call" expands its line twice, so that there must be no path in it.
setlocal EnableExtensions DisableDelayedExpansion
pushd "%~dp0"
call .\govsearch.cmd serve
if errorlevel 1 pause
popd
