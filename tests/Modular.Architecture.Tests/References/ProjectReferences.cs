using Modular.Architecture.Tests.Repositories;

namespace Modular.Architecture.Tests.References;

/// <summary>Who may reach whom, as the project files say it.</summary>
internal static class ProjectReferences
{
    private const string Contracts = "Modular.Contracts";

    public static IEnumerable<Breach> ContractsStandAlone(Repository repository) => repository.Gone(Contracts).Concat(
        from project in repository.Product
        where project.Name == Contracts
        from reference in project.References.Concat(project.Packages)
        select new Breach($"{Contracts} → {reference}", "a site plugin is written against Contracts alone, so Contracts references nothing"));

    public static IEnumerable<Breach> PluginsSeeContractsOnly(Repository repository) =>
        from plugin in repository.Plugins
        from reference in plugin.References.Where(reference => reference != Contracts).Concat(plugin.Packages)
        select new Breach($"{plugin.Name} → {reference}", "a plugin references Contracts only");

    public static IEnumerable<Breach> EachPackageHasOneProject(Repository repository) =>
        from user in repository.Product.SelectMany(project => project.Packages.Select(package => (project.Name, Package: package)))
        group user.Name by user.Package into users
        where users.Count() > 1
        select new Breach(
            $"{users.Key} in {string.Join(", ", users)}", "each third-party engine is referenced by one project, so that changing it is a change in one place");

    public static IEnumerable<Breach> NoCycles(Repository repository)
    {
        var graph = new ProjectGraph(repository.Product);
        return from project in repository.Product
               where graph.Reached(project.Name).Contains(project.Name)
               select new Breach(project.Name, "it reaches itself: projects form no cycle");
    }

    public static IEnumerable<Breach> Wall(Repository repository)
    {
        var graph = new ProjectGraph(repository.Product);
        return repository.Gone("Modular.Statistics", "Modular.Reporting", "Modular.Intake").Concat(
            from project in repository.Product
            where project.Name is "Modular.Statistics" or "Modular.Reporting"
            where graph.Reached(project.Name).Contains("Modular.Intake")
            select new Breach($"{project.Name} → Modular.Intake", "the side without names cannot reach the nominative side"));
    }

    public static IEnumerable<Breach> OnlyHostAndStorageJoinModules(Repository repository)
    {
        var graph = new ProjectGraph(repository.Product);
        return repository.Gone("Modular.Host", "Modular.Storage").Concat(
            from module in repository.Modules
            let reached = graph.Reached(module.Name)
            from joint in repository.Storage.Select(project => project.Name).Prepend("Modular.Host")
            where reached.Contains(joint)
            select new Breach($"{module.Name} → {joint}", "through it a module would reach every other"));
    }

    /// <summary>The Host brings every assembly beside these tests; what it does not reach would go unread.</summary>
    public static IEnumerable<Breach> HostReachesAll(Repository repository)
    {
        var reached = new ProjectGraph(repository.Product).Reached("Modular.Host");
        return repository.Gone("Modular.Host").Concat(
            from project in repository.Product
            where project.Name != "Modular.Host" && !reached.Contains(project.Name)
            select new Breach(project.Name, "the Host does not reach it, so nothing composes it"));
    }
}
