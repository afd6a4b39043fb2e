namespace Modular.Storage.Schema;

/// <summary>The schema of the database that is composed.</summary>
public interface ISchema
{
    /// <summary>Brings it up to that of this version, after a copy of what was there. Nothing happens when it is up to date.</summary>
    Task ApplyAsync(CancellationToken cancellation = default);
}
