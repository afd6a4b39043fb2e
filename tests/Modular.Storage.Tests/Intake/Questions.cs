using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Modular.Storage.Tests.Intake;

/// <summary>What EF Core asks of the database while this test runs, and no other.</summary>
internal sealed class Questions : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly AsyncLocal<Questions?> Current = new();
    private readonly List<IDisposable> _subscriptions = [];

    public Questions()
    {
        Current.Value = this;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public List<(string Text, IReadOnlyList<DbParameter> Values)> Asked { get; } = [];

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { Command: var command } && value.Key == RelationalEventId.CommandExecuting.Name && Current.Value == this)
        {
            Asked.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(Copy)]));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        Current.Value = null;
        _subscriptions.ForEach(subscription => subscription.Dispose());
    }

    /// <summary>One belongs to one command.</summary>
    private static DbParameter Copy(DbParameter parameter) =>
        parameter is ICloneable known ? (DbParameter)known.Clone() : new SqliteParameter(parameter.ParameterName, parameter.Value ?? DBNull.Value);
}
