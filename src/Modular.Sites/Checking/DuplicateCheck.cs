using Modular.Sites.Files;

namespace Modular.Sites.Checking;

/// <summary>Items of a list that have the name of one before them.</summary>
internal static class DuplicateCheck
{
    public static void Run<T>(ParsedSite parsed, IEnumerable<T> items, Func<T, string> name, Func<T, FormattableString> sentence, string key = "id")
        where T : class
    {
        foreach (var again in items.GroupBy(name).SelectMany(same => same.Skip(1)))
        {
            parsed.Fault(again, key, sentence(again));
        }
    }
}
