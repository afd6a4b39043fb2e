namespace Modular.Tests;

/// <summary>The servers end with the tests. Link it from a test project that has no such end of its own.</summary>
[TestClass]
public sealed class PostgreSqlServersEnd
{
    [AssemblyCleanup]
    public static Task EndAsync() => PostgreSqlServer.EndAllAsync();
}
