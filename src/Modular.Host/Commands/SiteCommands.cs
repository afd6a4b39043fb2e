using System.CommandLine;
using System.Text.RegularExpressions;
using Modular.Host.Composition;
using Modular.Sites;
using Modular.Sites.Making;

namespace Modular.Host.Commands;

internal static partial class SiteCommands
{
    public static Command Create(CommandHost host) => new("site", "Lists, checks and makes site plugins.") { List(host), Check(host), New(host), Schema(host) };

    private static Command List(CommandHost host)
    {
        const string description = "Lists the plugins: identifier, version, state, name, folder. Why one is refused stands on standard error.";
        return host.Runs(new Command("list", description), run =>
        {
            foreach (var status in run.Get<ISiteCatalogue>().All)
            {
                var state = status.State.ToString().ToLowerInvariant();
                run.Out.WriteLine($"{status.Id ?? "-"}\t{status.Version ?? "-"}\t{state}\t{status.Name ?? "-"}\t{status.Folder ?? "-"}");
                foreach (var fault in status.Faults)
                {
                    run.Error.WriteLine($"{status.Folder ?? status.Id}/{fault}");
                }
            }

            return ExitCode.Done;
        });
    }

    private static Command Check(CommandHost host)
    {
        var folder = new Argument<string>("FOLDER") { Description = "The plugin's folder." };
        return host.Runs(new Command("check", "Says everything that would keep a folder from becoming a site.") { folder }, run =>
        {
            if (run.Get<SiteLoader>().Load(Path.GetFullPath(run.Value(folder))).Faults is { Count: > 0 } faults)
            {
                return run.Refuse(faults);
            }

            run.Out.WriteLine($"{run.Value(folder)}: no fault.");
            return ExitCode.Done;
        });
    }

    private static Command New(CommandHost host)
    {
        var id = new Argument<string>("ID") { Description = "The site's identifier: lower-case letters, digits and hyphens. It never changes." };
        var name = new Option<string>("--name") { Description = "The site's name as people read it.", HelpName = "NAME", Required = true };
        var into = new Option<string?>("--into") { Description = "The folder to make it in; the plugins folder unless set.", HelpName = "FOLDER" };
        return host.Runs(new Command("new", "Makes a site of data alone that passes its own check, to be edited from there.") { id, name, into }, run =>
        {
            var (site, called) = (run.Value(id), run.Value(name)!.Trim());
            if (!Identifier().IsMatch(site))
            {
                return run.Misuse($"{site} is no identifier: 2 to 40 lower-case letters, digits and hyphens.");
            }

            if (called.Length is 0 or > 60)
            {
                return run.Misuse("a name has 1 to 60 characters.");
            }

            var parent = run.Value(into) is { } given ? Path.GetFullPath(given) : run.Get<ModularSettings>().PluginsFolder;
            if (parent == run.Get<ModularSettings>().PluginsFolder && run.Get<ISiteCatalogue>().All.FirstOrDefault(status => status.Id == site) is { } taken)
            {
                return run.Refuse($"{(taken.Folder is null ? "another host" : $"the folder {taken.Folder}")} has the site {site} already.");
            }

            var folder = SiteMaker.Make(site, called, parent);
            run.Out.WriteLine(folder);
            return run.Get<SiteLoader>().Load(folder).Faults is { Count: > 0 } faults ? run.Refuse(faults) : ExitCode.Done;
        });
    }

    private static Command Schema(CommandHost host)
    {
        const string ofKind = "One kind of file: site, form, presence or report; all of them unless set.";
        var kind = new Argument<string?>("KIND") { Description = ofKind, Arity = ArgumentArity.ZeroOrOne };
        kind.AcceptOnlyFromAmong([.. SiteSchema.Kinds]);
        return host.Runs(new Command("schema", "Prints the JSON Schema of a plugin's files, for editors.") { kind }, run =>
        {
            run.Out.WriteLine(run.Find(kind) is { } one ? SiteSchema.Of(one) : SiteSchema.OfAll());
            return ExitCode.Done;
        });
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{1,39}\z")]
    private static partial Regex Identifier();
}
