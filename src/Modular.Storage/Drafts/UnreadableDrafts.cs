namespace Modular.Storage.Drafts;

/// <summary>What the administrator is told of the file of drafts.</summary>
public sealed class UnreadableDrafts(IDatabase database)
{
    /// <summary>When a file of drafts could not be read and was set aside, in the last thirty days; the latest first.</summary>
    public IReadOnlyList<(string Name, DateTimeOffset At)> SetAside() =>
        [.. new DraftPaths(database.DataFolder).Unreadable().Select(file => (file.Name, DraftPaths.AsideAt(file)))];
}
