using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Modular.Contracts.Presence;
using Modular.Presence.Occurrences;
using Modular.Sites;

namespace Modular.Presence.Listings;

/// <summary>
/// The array that <c>presence show --format json</c> prints. A duty by telephone is in it with <c>"on_call": true</c>, without half-day; its station
/// is null when it serves all of them. Exact hours have no half-day either.
/// </summary>
public static class PresenceJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // An offset is written +01:00; nothing here is ever put into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string Write(LoadedSite site, IReadOnlyList<Occurrence> occurrences) =>
        JsonSerializer.Serialize(occurrences.Select(occurrence => new Item(
            occurrence.Day,
            occurrence.Start,
            occurrence.End,
            occurrence.Id.DayPart.HalfDay,
            occurrence.Station,
            occurrence.Post,
            site.PublishedWorker(occurrence),
            occurrence.State,
            occurrence.OnCall)), Options);

    private sealed record Item(
        DateOnly Date,
        DateTimeOffset Start,
        DateTimeOffset End,
        HalfDay? HalfDay,
        string? Station,
        string Post,
        string? Worker,
        PresenceState State,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool OnCall);
}
