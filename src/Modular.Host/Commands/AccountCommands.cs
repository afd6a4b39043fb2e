using System.CommandLine;
using Modular.Access;
using Modular.Access.Accounts;
using Modular.Sites;

namespace Modular.Host.Commands;

internal static class AccountCommands
{
    public static Command Create(CommandHost host)
    {
        var login = new Argument<string>("LOGIN");
        var role = new Option<string>("--role") { Description = "What the account may do.", HelpName = "ROLE", Required = true };
        role.AcceptOnlyFromAmong([.. RoleNames.All.Select(name => name.Spelled())]);
        var sites = new Option<string[]>("--site") { Description = "A site of a worker or coordinator; may be repeated.", HelpName = "ID" };
        var email = new Option<string?>("--email") { Description = "Where reports are sent.", HelpName = "MAIL" };
        const string ofInput = "Reads the password from the first line of standard input: it stays out of the shell's history.";
        var fromInput = new Option<bool>("--password-stdin") { Description = ofInput };
        var add = new Command("add", "Creates an account.") { login, role, sites, email, fromInput };
        host.Runs(add, async run =>
        {
            if (!run.Value(fromInput))
            {
                return run.Misuse("the password is read from standard input: add --password-stdin.");
            }

            var catalogue = run.Get<ISiteCatalogue>();
            string[] wanted = run.Value(sites) ?? [];
            if (wanted.Where(site => catalogue.FindReadable(site) is null).ToList() is { Count: > 0 } unknown)
            {
                return run.Refuse(unknown.Select(site => $"no active site is called {site}."));
            }

            var password = await run.In.ReadLineAsync(run.Cancellation) ?? "";
            await run.OpenDataAsync();
            var request = new AccountRequest(run.Value(login), RoleNames.Named(run.Value(role))!.Value, wanted, run.Value(email));
            var result = await run.Get<AccountService>().CreateAsync(request, password, by: null, run.Cancellation);
            if (result.Account is null)
            {
                return run.Refuse(result.Faults.Select(fault => fault.Field).Distinct().Select(field => InEnglish(field, run.Value(login))));
            }

            await run.Out.WriteLineAsync($"{result.Account.Login} created ({result.Account.Role.Spelled()}).");
            return ExitCode.Done;
        });
        return new Command("user", "Accounts.") { add };
    }

    /// <summary>The account book speaks French, to pages.</summary>
    private static string InEnglish(string field, string login) => field switch
    {
        "login" when LoginRule.IsWellFormed(LoginRule.Normalize(login)) => $"an account is called {LoginRule.Normalize(login)} already.",
        "login" => "a login is 3 to 40 lower-case letters, digits, dots and hyphens.",
        "sites" => "this role works for a site: add --site ID, once for each.",
        "email" => "the address after --email is not complete: name@domain.fr.",
        "password" => $"a password has {PasswordRule.Least} characters at least, with a lower-case letter, a capital, a digit and a sign, "
            + $"or is a phrase of {PasswordRule.LeastPhrase}; it neither repeats few characters nor holds the login.",
        _ => $"{field} is not accepted.",
    };
}
