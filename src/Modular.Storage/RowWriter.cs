using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Modular.Storage;

/// <summary>
/// Writes whole rows within a write, by statements that are made once. What is saved all day goes this way: tracked by EF Core, a row costs ten
/// times what the database takes for it.
/// </summary>
internal sealed class RowWriter(ModuleContext context) : IDisposable
{
    private const string Version = "Version";

    private readonly Dictionary<(Type Row, bool IsNew), Statement> _statements = [];

    /// <returns>False when there is one with its key: that one is left as it is.</returns>
    public Task<bool> AddAsync<TRow>(TRow row, CancellationToken cancellation)
        where TRow : class => ExecuteAsync(row, isNew: true, cancellation);

    /// <summary>In the place of the version before its own.</summary>
    /// <returns>False when that is not there; nothing is changed then.</returns>
    public Task<bool> ReplaceAsync<TRow>(TRow row, CancellationToken cancellation)
        where TRow : class => ExecuteAsync(row, isNew: false, cancellation);

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Command.Dispose();
        }

        _statements.Clear();
    }

    private async Task<bool> ExecuteAsync<TRow>(TRow row, bool isNew, CancellationToken cancellation)
        where TRow : class
    {
        context.ExpectWrite();
        if (!_statements.TryGetValue((typeof(TRow), isNew), out var statement))
        {
            _statements[(typeof(TRow), isNew)] = statement = Make(context.Model.FindEntityType(typeof(TRow))!, isNew);
        }

        statement.Command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var (parameter, column) in statement.Parameters)
        {
            var value = column.GetGetter().GetClrValue(row);
            parameter.Value = value is null ? DBNull.Value : column.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value;
        }

        return await statement.Command.ExecuteNonQueryAsync(cancellation) > 0;
    }

    private Statement Make(IEntityType table, bool isNew)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        // A number that the database counts up itself is not given.
        var columns = table.GetProperties().Where(column => column.ValueGenerated != ValueGenerated.OnAdd || column.ClrType == typeof(Guid)).ToList();
        var keys = columns.Where(column => column.IsPrimaryKey()).ToList();
        command.CommandText = isNew
            ? $"INSERT INTO {table.GetTableName()} ({string.Join(", ", columns.Select(Name))}) VALUES ({string.Join(", ", columns.Select(Given))})"
                + (keys.Count == 0 ? "" : $" ON CONFLICT ({string.Join(", ", keys.Select(Name))}) DO NOTHING")
            : $"UPDATE {table.GetTableName()} SET {string.Join(", ", columns.Except(keys).Select(Same))} WHERE "
                + string.Join(" AND ", [.. keys.Select(Same), $"version = {Given(table.FindProperty(Version)!)} - 1"]);
        return new Statement(command, [.. columns.Select(column => (Parameter(command, column), column))]);
    }

    private static DbParameter Parameter(DbCommand command, IProperty column)
    {
        var parameter = column.GetRelationalTypeMapping().CreateParameter(command, Given(column), null, nullable: true);
        command.Parameters.Add(parameter);
        return parameter;
    }

    private static string Name(IProperty column) => $"\"{column.GetColumnName()}\"";

    private static string Given(IProperty column) => $"@{column.GetColumnName()}";

    private static string Same(IProperty column) => $"{Name(column)} = {Given(column)}";

    private sealed record Statement(DbCommand Command, IReadOnlyList<(DbParameter Parameter, IProperty Column)> Parameters);
}
