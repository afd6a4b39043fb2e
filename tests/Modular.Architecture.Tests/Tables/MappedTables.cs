using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Modular.Architecture.Tests.Repositories;

namespace Modular.Architecture.Tests.Tables;

/// <summary>The same rule on the models that EF Core really builds, so that a mapping by convention cannot escape it.</summary>
internal static class MappedTables
{
    public static IReadOnlyList<Type> Contexts { get; } =
        [.. Assembly.Load("Modular.Storage").GetTypes().Where(type => typeof(DbContext).IsAssignableFrom(type) && !type.IsAbstract)];

    public static IEnumerable<Breach> AreNamedAfterTheirModule(IReadOnlyList<Type> contexts)
    {
        if (contexts.Count == 0)
        {
            return [new Breach("Modular.Storage", "it has no context: the rule speaks of contexts that are elsewhere by now")];
        }

        return from context in contexts
               let prefix = OwnTables.Prefix(context.Namespace!.Split('.')[^1])
               from table in Tables(context)
               where !table.StartsWith(prefix, StringComparison.Ordinal)
               select new Breach($"{context.Name}: {table}", $"the context maps its own module’s tables, named {prefix}…");
    }

    private static List<string> Tables(Type context)
    {
        var options = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(context))!;
        options.UseSqlite("Data Source=:memory:");
        using var built = (DbContext)Activator.CreateInstance(
            context, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, [options.Options], null)!;
        return [.. built.Model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
    }
}
