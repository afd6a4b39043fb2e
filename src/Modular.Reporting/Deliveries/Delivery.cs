using System.Security.Cryptography;
using System.Text;
using Modular.Jobs.Messages;

namespace Modular.Reporting.Deliveries;

/// <summary>One message to one address, and what became of it. It survives whatever restarts.</summary>
public sealed record Delivery
{
    public required Guid Id { get; init; }

    public required MessageSubject Of { get; init; }

    public required string Recipient { get; init; }

    public DeliveryState State { get; init; } = DeliveryState.Planned;

    /// <summary>Null until it is rendered.</summary>
    public Message? Message { get; init; }

    public int Attempts { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>When it may be tried; moves away after each failure.</summary>
    public required DateTimeOffset NextAttemptAt { get; init; }

    /// <summary>Given up when it is not sent by then.</summary>
    public required DateTimeOffset Until { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Closed without a mail: it was never handed over.</summary>
    public bool HadNothingToSay => this is { State: DeliveryState.Sent, SentAt: null };

    /// <summary>The same at every attempt: a server that took it and lost our line sees that it is the same.</summary>
    public string MessageId => $"<{Digest($"{Of.Site}\n{Of.Report}\n{Of.Period}\n{Recipient}")[..32]}@modular>";

    /// <summary>The identifier alone: no log prints an address.</summary>
    public override string ToString() => Id.ToString();

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

public enum DeliveryState
{
    Planned,

    /// <summary>Its figures are fixed.</summary>
    Rendered,

    /// <summary>It is being handed to the server; after a kill nobody knows whether it was taken.</summary>
    Sending,

    Sent,

    /// <summary>The last attempt failed; another follows.</summary>
    Failed,

    /// <summary>It failed for too long. Somebody may still try it again.</summary>
    GivenUp,
}

/// <param name="Sentence">What happened, in French, without an address.</param>
public sealed record DeliveryEvent(DateTimeOffset At, DeliveryState State, string Sentence);
