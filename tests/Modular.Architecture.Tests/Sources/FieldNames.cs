using System.Text.RegularExpressions;
using Modular.Architecture.Tests.Repositories;

namespace Modular.Architecture.Tests.Sources;

/// <summary>A site names its fields as it likes: the host finds them by their role.</summary>
internal static partial class FieldNames
{
    private const string Template = "src/Modular.Sites/Making/Template/forms/";

    // What was stored before forms had roles is read by the names of then.
    private const string Former = "src/Modular.Forms/FormerFieldNames.cs";

    // A name of one word is many things: a fact, a code list, a key. Those of two words are enough to see that nobody leans on a name.
    [GeneratedRegex("""
        "id": "(?<id>[a-z]+_[a-z_]+)", "kind": "\w+", "role": "\w+"(, "codes": "(?<codes>\w+)")?
        """)]
    private static partial Regex WithRole();

    public static IEnumerable<Breach> StandInFormsOnly(Repository repository)
    {
        var names = repository.Sources(repository.Product, ".json").Where(source => source.Path.StartsWith(Template, StringComparison.Ordinal))
            .SelectMany(form => WithRole().Matches(form.Text)).Where(field => field.Groups["codes"].Value != field.Groups["id"].Value)
            .Select(field => field.Groups["id"].Value).ToList();
        return names.Count == 0
            ? [new Breach(Template, "no field with a role was found there, so no source would be judged")]
            : from source in repository.Sources(repository.Product.Where(project => project.Name != "Modular.Contracts"), ".cs", ".cshtml")
              where source.Path != Former
              from name in names
              where source.Text.Contains($"\"{name}\"", StringComparison.Ordinal)
              select new Breach($"{source.Path}: {name}", "a site names its fields: the host finds them by FieldRole");
    }
}
