namespace Modular.Reporting.Deliveries;

/// <summary>The settings <c>Modular:Mail</c>.</summary>
public sealed record MailSettings
{
    /// <summary>Name or address of the server; none: nothing is sent, everything waits.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = 587;

    /// <summary>Encrypt once the server was greeted; nothing is sent to one that cannot.</summary>
    public bool StartTls { get; init; } = true;

    /// <summary>Encrypt from the first octet instead.</summary>
    public bool ImplicitTls { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    public string From { get; init; } = "modular@localhost";

    /// <summary>The address at which people reach Modular, for links; none: messages hold no link.</summary>
    public string? Address { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Without the password.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
