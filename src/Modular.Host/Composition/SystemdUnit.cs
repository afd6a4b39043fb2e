namespace Modular.Host.Composition;

/// <summary>How systemd starts, watches and bounds the host. Secrets are in a file of root's: a unit is read by everybody.</summary>
internal static class SystemdUnit
{
    public static string Of(ModularSettings settings, string? urls, string user, string home) => $"""
        # Printed by `modular service --print`. As root, once:
        #   useradd --system {user}
        #   install -d -o {user} -m 700 {Word(settings.DataFolder)}
        #   this into /etc/systemd/system/modular.service
        #   systemctl enable --now modular
        # Other commands run as the same user, who owns what they write: runuser -u {user} -- {Executable(Word)} backup create FILE
        [Unit]
        Description=Modular
        Wants=network-online.target
        After=network-online.target postgresql.service

        [Service]
        Type=notify
        User={user}
        ExecStart={Executable(Quoted)} serve
        WorkingDirectory={Plain(home)}
        Environment={Quoted($"Modular__DataFolder={settings.DataFolder}")}
        Environment={Quoted($"Modular__PluginsFolder={settings.PluginsFolder}")}
        Environment={Quoted($"ASPNETCORE_URLS={urls}")}
        # ConnectionStrings__Modular=…, Modular__Mail__Password=…: owned by root, mode 600.
        EnvironmentFile=-/etc/modular.env
        Restart=on-failure
        RestartSec=5
        TimeoutStartSec=infinity
        # It ends by itself within ten.
        TimeoutStopSec=20
        UMask=0077
        NoNewPrivileges=yes
        ProtectSystem=strict
        ProtectHome=read-only
        PrivateTmp=yes
        ReadWritePaths={Quoted(settings.DataFolder)}

        [Install]
        WantedBy=multi-user.target

        """;

    /// <summary>The published one; under <c>dotnet run</c>, dotnet with the assembly.</summary>
    private static string Executable(Func<string, string> spelled) => Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet"
        ? $"{spelled(Environment.ProcessPath!)} {spelled(typeof(SystemdUnit).Assembly.Location)}"
        : spelled(Environment.ProcessPath!);

    /// <summary>As a shell takes it.</summary>
    private static string Word(string word) => word.Any(char.IsWhiteSpace) ? $"\"{word}\"" : word;

    private static string Quoted(string word) => Plain(Word(word));

    /// <summary>A percent sign begins something of systemd's own.</summary>
    private static string Plain(string text) => text.Replace("%", "%%", StringComparison.Ordinal);
}
