@echo off
rem Runs Impasto from the unpacked distribution, from any folder.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" %JAVA_OPTS% -jar "%~dp0..\lib\impasto.jar" %*
exit /b %ERRORLEVEL%
