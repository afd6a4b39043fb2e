namespace Modular.Host.Composition;

/// <summary>How systemd starts, watches and bounds the host. Secrets are in a file of root's: a unit is read by everybody.</summary>
internal static class SystemdUnit
{
    public static string Of(ModularSettings settings, string? urls, string user) => $"""
        # Printed by `modular service --print`. Into /etc/systemd/system/modular.service, then: systemctl enable --now modular
        [Unit]
        Description=Modular
        Wants=network-online.target
        After=network-online.target postgresql.service

        [Service]
        Type=notify
        User={user}
        ExecStart={Executable()} serve
        WorkingDirectory={Quoted(Configuration.Home)}
        Environment={Quoted($"Modular__DataFolder={settings.DataFolder}")}
        Environment={Quoted($"Modular__PluginsFolder={settings.PluginsFolder}")}
        Environment={Quoted($"ASPNETCORE_URLS={urls}")}
        # ConnectionStrings__Modular=…, Modular__Mail__Password=…: owned by root, mode 600.
        EnvironmentFile=-/etc/modular.env
        Restart=on-failure
        RestartSec=5
        TimeoutStartSec=10min
        NoNewPrivileges=yes
        ProtectSystem=strict
        ProtectHome=read-only
        PrivateTmp=yes
        ReadWritePaths={Quoted(settings.DataFolder)}

        [Install]
        WantedBy=multi-user.target

        """;

    /// <summary>The published one; under <c>dotnet run</c>, dotnet with the assembly.</summary>
    private static string Executable() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet"
        ? $"{Quoted(Environment.ProcessPath!)} {Quoted(typeof(SystemdUnit).Assembly.Location)}"
        : Quoted(Environment.ProcessPath!);

    /// <summary>A percent sign begins something of systemd's own.</summary>
    private static string Quoted(string word) => (word.Any(char.IsWhiteSpace) ? $"\"{word}\"" : word).Replace("%", "%%", StringComparison.Ordinal);
}
