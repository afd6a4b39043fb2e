using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Modular.Jobs.Messages;

namespace Modular.Reporting.Deliveries;

/// <summary>Renders each message once, sends it until the server takes it, and writes down what happened.</summary>
internal sealed partial class DeliverySender(
    IDeliveryStore store, IEnumerable<IMessageSource> sources, IMailer mailer, RetryPolicy patience, TimeProvider time, ILogger<DeliverySender> log)
{
    private const int AtOnce = 100;
    private const string Interrupted = "Interrompu par l’arrêt de l’application.";

    /// <summary>Attempts that are over while the store could not be told: what the server has taken must not go out again.</summary>
    private readonly ConcurrentDictionary<Guid, AttemptEnd> _untold = new();

    /// <summary>Tries what is due. Safe to be called by two at once: each delivery is taken by one.</summary>
    public async Task SendDueAsync(CancellationToken cancellation = default)
    {
        await TellEndsAsync();
        foreach (var delivery in await store.DueAsync(time.GetUtcNow(), AtOnce, cancellation))
        {
            if (await RenderedAsync(delivery, cancellation) is { } rendered)
            {
                await SendAsync(rendered, cancellation);
            }
        }
    }

    /// <summary>After a start: what was being sent when the host died is tried again, under the same Message-ID.</summary>
    public async Task ReleaseInterruptedAsync(CancellationToken cancellation = default) =>
        await ReleaseAsync(await store.InterruptedAsync(cancellation), cancellation);

    /// <summary>What another host was sending when it died is tried again, under the same Message-ID.</summary>
    public async Task ReleaseAbandonedAsync(CancellationToken cancellation = default) =>
        await ReleaseAsync(await store.AbandonedAsync(time.GetUtcNow(), cancellation), cancellation);

    private async Task ReleaseAsync(IEnumerable<Delivery> left, CancellationToken cancellation)
    {
        foreach (var delivery in left.Where(delivery => !_untold.ContainsKey(delivery.Id)))
        {
            var now = time.GetUtcNow();
            await store.MoveAsync(delivery with { State = DeliveryState.Failed, NextAttemptAt = now }, DeliveryState.Sending, now, Interrupted, cancellation);
        }
    }

    private async Task<Delivery?> RenderedAsync(Delivery delivery, CancellationToken cancellation)
    {
        if (delivery.Message is not null)
        {
            return delivery;
        }

        try
        {
            var source = sources.FirstOrDefault(source => source.Writes(delivery.Of.Report)) ?? throw new MessageFailedException("Ce bilan n’existe plus.");
            if (await source.WriteAsync(delivery.Of, cancellation) is not { } message)
            {
                const string nothing = "Rien à dire\u202F: aucun message envoyé.";
                await store.MoveAsync(delivery with { State = DeliveryState.Sent }, delivery.State, time.GetUtcNow(), nothing, cancellation);
                return null;
            }

            var rendered = delivery with { State = DeliveryState.Rendered, Message = message };
            return await store.MoveAsync(rendered, delivery.State, time.GetUtcNow(), "Rédigé.", cancellation) ? rendered : null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // One message that cannot be written keeps no other from leaving; what it says may hold anything, its type does not.
            LogFailure(log, delivery.Id, failure.GetType().Name);
            var sentence = failure is MessageFailedException ? failure.Message : $"Le message n’a pas pu être rédigé ({failure.GetType().Name}).";
            var (failed, at, told) = Failure(delivery with { Attempts = delivery.Attempts + 1 }, sentence);
            await store.MoveAsync(failed, delivery.State, at, told, CancellationToken.None);
            return null;
        }
    }

    private async Task SendAsync(Delivery delivery, CancellationToken cancellation)
    {
        if (!mailer.IsSet)
        {
            return;
        }

        var sending = delivery with { State = DeliveryState.Sending, Attempts = delivery.Attempts + 1 };
        if (!await store.MoveAsync(sending, delivery.State, time.GetUtcNow(), Attempt(sending), cancellation))
        {
            return;
        }

        try
        {
            await mailer.SendAsync(sending.Recipient, sending.Message!, sending.MessageId, cancellation);
        }
        catch (MailRefusedException refused)
        {
            LogFailure(log, sending.Id, refused.Reason);
            await EndAsync(Failure(sending, refused.Message));
            return;
        }
        catch (OperationCanceledException)
        {
            await EndAsync(Failure(sending, Interrupted));
            throw;
        }

        var now = time.GetUtcNow();
        await EndAsync(new AttemptEnd(sending with { State = DeliveryState.Sent, SentAt = now }, now, "Remis au serveur de messagerie."));
    }

    private Task EndAsync(AttemptEnd end)
    {
        _untold[end.Delivery.Id] = end;
        return TellEndsAsync();
    }

    /// <summary>A database that is locked, or a disk that is full, may take it at the next round.</summary>
    private async Task TellEndsAsync()
    {
        foreach (var id in _untold.Keys)
        {
            // Of two that tell at once one does: the other would be late, and undo the next attempt.
            if (_untold.TryRemove(id, out var end))
            {
                await TellAsync(end);
            }
        }
    }

    private async Task TellAsync(AttemptEnd end)
    {
        try
        {
            await store.MoveAsync(end.Delivery, DeliveryState.Sending, end.At, end.Sentence, CancellationToken.None);
        }
        catch
        {
            _untold[end.Delivery.Id] = end;
            throw;
        }
    }

    private AttemptEnd Failure(Delivery delivery, string sentence)
    {
        var now = time.GetUtcNow();
        var next = now + patience.WaitAfter(delivery.Attempts);
        return next > delivery.Until
            ? new(delivery with { State = DeliveryState.GivenUp, NextAttemptAt = next }, now, sentence + " Abandonné après trop d’essais.")
            : new(delivery with { State = DeliveryState.Failed, NextAttemptAt = next }, now, sentence);
    }

    private static string Attempt(Delivery delivery) => string.Create(CultureInfo.InvariantCulture, $"Essai {delivery.Attempts}.");

    [LoggerMessage(LogLevel.Warning, "The delivery {Delivery} failed: {Reason}")]
    private static partial void LogFailure(ILogger log, Guid delivery, string reason);

    private sealed record AttemptEnd(Delivery Delivery, DateTimeOffset At, string Sentence);
}
