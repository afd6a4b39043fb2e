using Modular.Sites.Files;

namespace Modular.Sites.Checking;

/// <summary>A field whose answer, or whose showing, hangs on itself by way of others.</summary>
/// <remarks>A condition names only what comes before, so that no cycle is made of conditions alone: a computation takes part in it.</remarks>
internal static class CycleCheck
{
    public static void Run(SiteDraft draft, FormLayout layout)
    {
        var told = new HashSet<Place>();
        foreach (var place in layout.Places.Where(place => place.Field.From.Count > 0 && !told.Contains(place)))
        {
            if (Way(layout, place, place, []) is { } way)
            {
                told.UnionWith(way);
                draft.Fault(place.Field, "from", $"\"{place.Field.Id}\" depends on itself: {string.Join(" → ", way.Append(place).Select(step => step.Field.Id))}.");
            }
        }
    }

    /// <summary>A way from one field back to another, or null.</summary>
    private static List<Place>? Way(FormLayout layout, Place from, Place to, HashSet<Place> passed)
    {
        if (!passed.Add(from))
        {
            return null;
        }

        foreach (var next in Sources(layout, from))
        {
            if (next == to)
            {
                return [from];
            }

            if (Way(layout, next, to, passed) is { } way)
            {
                return [from, .. way];
            }
        }

        return null;
    }

    private static IEnumerable<Place> Sources(FormLayout layout, Place place) =>
        place.Conditions.SelectMany(named => named.Condition.Sources.Select(name => layout.Find(name, named.Group)))
            .Concat(place.Field.From.Select(name => layout.Find(name, place.Group)))
            .Select(source => source?.Place).OfType<Place>();
}
