#!/usr/bin/env pwsh
# The dotnet commands of every day, by name: ./build.ps1 [build|test|run|bench|kills]. With -WhatIf it says what it would run.
[CmdletBinding(SupportsShouldProcess)]
param(
    [ValidateSet('build', 'test', 'run', 'bench', 'kills')]
    [string] $Task = 'test'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot

function exec([string] $Command) {
    if ($PSCmdlet.ShouldProcess($Command, $Task)) {
        Invoke-Expression $Command
        if ($LASTEXITCODE -ne 0) {
            throw "Exit code $LASTEXITCODE from: $Command"
        }
    }
}

switch ($Task) {
    'build' { exec 'dotnet build Modular.sln -c Release -p:RunAnalyzers=true' }
    'test' { exec 'dotnet test Modular.sln -c Release' }
    'run' { exec 'dotnet run --project src/Modular.Host -c Release -- serve --demo' }
    'bench' { exec 'dotnet run --project tests/Modular.Benchmarks -c Release -- smoke' }
    'kills' { exec 'dotnet run --project tests/Modular.Benchmarks -c Release -- kills 50' }
}
