namespace Modular.Statistics.Facts;

/// <summary>Where facts are kept. Nothing comes back.</summary>
public interface IFactSink
{
    /// <summary>In the place of all that each owner had, in one transaction; an empty list takes them away.</summary>
    Task ReplaceAsync(string site, IReadOnlyDictionary<string, IReadOnlyList<Fact>> factsByOwner, CancellationToken cancellation = default);
}
