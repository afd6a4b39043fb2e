using Modular.Architecture.Tests.Repositories;

namespace Modular.Architecture.Tests.Seeding;

internal static class Verdict
{
    public static void Kept(this IEnumerable<Breach> breaches)
    {
        if (breaches.ToList() is { Count: > 0 } broken)
        {
            Assert.Fail('\n' + string.Join('\n', broken));
        }
    }

    /// <summary>Exactly these are named, in this order: a rule that sees too much is as wrong as one that sees nothing.</summary>
    public static void BrokenBy(this IEnumerable<Breach> breaches, params string[] offenders) =>
        Assert.AreEqual(string.Join('\n', offenders), string.Join('\n', breaches.Select(breach => breach.Offender)));
}
