namespace Modular.Statistics.Facts;

/// <summary>A module that tells its facts when they are asked for, and keeps none: they follow from something else that it keeps.</summary>
public interface IFactSource
{
    /// <summary>The units it alone tells.</summary>
    IReadOnlyCollection<string> Units { get; }

    /// <summary>The facts of one of its units between two days, both included.</summary>
    Task<IReadOnlyList<Fact>> FactsAsync(string site, string unit, DateOnly from, DateOnly to, CancellationToken cancellation = default);
}

/// <summary>Facts that wait on their module's side of the wall. Returns nothing: the wall has one direction.</summary>
public interface IPendingFacts
{
    /// <summary>Takes them across. Asked before figures are computed.</summary>
    Task BringAsync(CancellationToken cancellation = default);
}
