namespace Modular.Storage.Tests.Intake;

/// <summary>How a database answers a question.</summary>
/// <param name="Text">As the database tells it.</param>
/// <param name="Uses">The indexes in which it finds the first row.</param>
/// <param name="IsScanned">Whether a table or an index is read from end to end.</param>
/// <param name="IsSorted">Whether more is put in order than the page that was found.</param>
public sealed record QueryPlan(string Text, IReadOnlyList<IndexUse> Uses, bool IsScanned, bool IsSorted)
{
    public override string ToString() => Text;
}

/// <param name="Index">Its name.</param>
/// <param name="Columns">Those by which the first row is found.</param>
public sealed record IndexUse(string Index, IReadOnlyList<string> Columns);
