namespace Modular.Statistics;

/// <summary>Where facts are kept. Nothing comes back.</summary>
public interface IFactSink
{
    /// <summary>Puts <paramref name="facts"/> in the place of all that <paramref name="owner"/> had; an empty list takes them away.</summary>
    Task ReplaceAsync(string site, string owner, IReadOnlyList<Fact> facts, CancellationToken cancellation = default);

    /// <summary>The same for many owners, in one transaction.</summary>
    Task ReplaceAsync(string site, IReadOnlyDictionary<string, IReadOnlyList<Fact>> factsByOwner, CancellationToken cancellation = default);
}
