namespace Modular.Storage.Schema;

/// <summary>The schema of the database that is composed.</summary>
public interface ISchema
{
    /// <summary>Brings it up to that of this version, after a copy of what was there. Nothing happens when it is up to date.</summary>
    /// <param name="upgrading">Called before what is there is changed, or waited for; not on a database that is new.</param>
    /// <param name="cancellation">Ends the waiting; what is begun is undone.</param>
    Task ApplyAsync(Func<Task>? upgrading = null, CancellationToken cancellation = default);
}
