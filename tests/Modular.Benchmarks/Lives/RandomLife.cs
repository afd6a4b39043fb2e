using System.Globalization;
using Modular.Access;
using Modular.Access.Accounts;
using Modular.Contracts.Forms;
using Modular.Contracts.Presence;
using Modular.Forms;
using Modular.Intake.Exchange;
using Modular.Intake.Forms;
using Modular.Intake.Reminders;
using Modular.Intake.Situations;
using Modular.Presence;
using Modular.Presence.Outcomes;
using Modular.Presence.Staffing;
using Modular.Sites;
using Modular.Statistics.Facts;

namespace Modular.Benchmarks.Lives;

/// <summary>
/// What people do with a site over some months, in any order, right and wrong, while the host is started again and moves. The same for the same seed.
/// </summary>
internal sealed class RandomLife
{
    /// <summary>Begins the line of an act that threw: none may.</summary>
    public const string Failed = "failed at act";

    private const int Acts = 60;

    private static readonly string[] Entries = ["contact", "contact", "contact", "danger", "closing"];

    /// <summary>What people type and paste: all that UTF-16 can say.</summary>
    private static readonly string[] Texts =
    [
        "L’été, « ici »", "e\u0301 est é", "𝒳 👩‍👩‍👧 𐍈", "'; DROP TABLE intake_situation; --", "avant\0après", "\0", "\u202e\ufeff\u00a0",
        "ligne\r\n\tsuite", "ÅÄÖ ß İı",
    ];

    private readonly LivedHost _host;
    private readonly IReadOnlyList<LoadedSite> _sites;
    private readonly Random _chance;
    private readonly SituationScope _scope;
    private readonly SignedInAccount _by;
    private readonly List<(LoadedSite Site, Guid Id)> _known = [];
    private readonly List<string> _told = [];

    public RandomLife(LivedHost host, IReadOnlyList<LoadedSite> sites, int seed)
    {
        (_host, _sites, _chance) = (host, sites, new Random(seed));
        _by = new SignedInAccount(NewId(), "intervenante", Role.Worker, [.. sites.Select(site => site.Id)]);
        _scope = SituationScope.Of(_by)!;
    }

    /// <summary>What each act was answered, and what could be read after it all.</summary>
    public async Task<IReadOnlyList<string>> LiveAsync()
    {
        (int Weight, Func<Task> Act)[] acts =
        [
            (9, CreateAsync), (9, EnterAsync), (4, EditAsync), (2, ReopenAsync), (3, SearchAsync), (8, MarkAsync), (3, StaffAsync), (2, () => ImportAsync(_chance.Next(1, 9))),
            (2, () => _host.Get<RuleResultsUpdate>().AskAsync(default)), (2, () => _host.Get<IPendingFacts>().BringAsync()), (5, WaitAsync),
            (2, AccountAsync), (1, _host.RestartAsync), (1, LookAsync),
        ];
        var all = acts.SelectMany(act => Enumerable.Repeat(act.Act, act.Weight)).ToList();
        var moved = _chance.Next(Acts * 3);
        // Those of the years before: enough for several pages.
        await ImportAsync(30);
        for (var act = 0; act < Acts; act++)
        {
            try
            {
                await (act == moved ? _host.MoveAsync() : all[_chance.Next(all.Count)]());
            }
            catch (Exception failure)
            {
                _told.Add($"{Failed} {act}: {failure}");
                break;
            }
        }

        if (_told is not [.., var last] || !last.StartsWith(Failed, StringComparison.Ordinal))
        {
            await LookAsync();
        }

        return _told;
    }

    private LoadedSite AnySite => _sites[_chance.Next(4) == 0 ? _sites.Count - 1 : 0];

    private DateOnly Today(LoadedSite site) => site.Today(_host.Clock);

    private Task WaitAsync()
    {
        _host.Clock.Advance(TimeSpan.FromMinutes(_chance.Next(1, 60 * 24 * 12)));
        return Task.CompletedTask;
    }

    private async Task LookAsync() => _told.AddRange(await new LivedReading(_host, _sites, _scope).ReadAsync());

    private async Task CreateAsync()
    {
        var site = AnySite;
        // Now and then the same page is sent twice.
        var id = _known.Count > 0 && _chance.Next(8) == 0 ? _known[^1].Id : NewId();
        var reading = Fill(site, "situation", Today(site).AddDays(-_chance.Next(40)));
        if (await TellAsync(_host.Get<SituationService>().CreateAsync(_scope, site, id, reading)) || _chance.Next(4) == 0)
        {
            _known.Add((site, id));
        }
    }

    private async Task EnterAsync()
    {
        if (_known.Count == 0)
        {
            return;
        }

        var (site, id) = _known[_chance.Next(_known.Count)];
        var form = Entries[_chance.Next(Entries.Length)];
        var reading = Fill(site, form, Today(site).AddDays(-_chance.Next(10)));
        var situation = await _host.Get<SituationService>().OpenAsync(_scope, id, new EntriesShown.All());
        var entry = situation?.Entries.Where(entry => entry.Form == form).OrderBy(entry => entry.Id).FirstOrDefault();
        var (changed, version) = entry is not null && _chance.Next(3) == 0 ? (entry.Id, _chance.Next(4) == 0 ? 1 : entry.Version) : (NewId(), 0);
        await TellAsync(_host.Get<SituationService>().PutEntryAsync(_scope, site, id, changed, version, reading));
    }

    private async Task EditAsync()
    {
        if (_known.Count > 0)
        {
            var (site, id) = _known[_chance.Next(_known.Count)];
            var reading = Fill(site, "situation", Today(site).AddDays(-_chance.Next(40)));
            await TellAsync(_host.Get<SituationService>().EditAsync(_scope, site, id, _chance.Next(1, 5), reading));
        }
    }

    private async Task ReopenAsync()
    {
        if (_known.Count > 0)
        {
            var (site, id) = _known[_chance.Next(_known.Count)];
            await TellAsync(_host.Get<SituationService>().ReopenAsync(_scope, site, id));
        }
    }

    private async Task SearchAsync()
    {
        var words = (string[])["Exemple", "camille  IMAGINAIRE", "06 39 98", $"2026-{_chance.Next(1, 9)}", "FICTIF", AnyText()];
        var list = await _host.Get<SituationService>().SearchAsync(_scope, AnySite.Id, words[_chance.Next(words.Length)]);
        _told.Add($"found {list.Total}: {string.Join(' ', list.Situations.Select(one => one.Number))}");
    }

    private async Task MarkAsync()
    {
        var (site, outcomes) = (AnySite, _host.Get<OutcomeService>());
        var around = await _host.Get<PresenceCalendar>().BetweenAsync(site, Today(site).AddDays(-9), Today(site).AddDays(9));
        if (around.Count == 0)
        {
            return;
        }

        var one = around[_chance.Next(around.Count)];
        var request = new OutcomeRequest(site, one.Id, _chance.Next(6) == 0 ? one.Revision + 1 : one.Revision, _scope.Account);
        var (posts, reason) = (site.Definition.Posts, AbsenceReasons.Codes[_chance.Next(AbsenceReasons.Codes.Count)]);
        var (day, half) = (one.Day.AddDays(_chance.Next(-3, 8)), _chance.Next(2) == 0 ? HalfDay.Morning : HalfDay.Afternoon);
        TimeRange? hours = _chance.Next(3) == 0 ? new TimeRange(new TimeOnly(10, 15), new TimeOnly(11, 45)) : null;
        Tell(_chance.Next(7) switch
        {
            0 => await outcomes.HoldAsync(request),
            1 => await outcomes.SkipAsync(request, reason),
            2 => await outcomes.UncoverAsync(request, reason),
            3 => await outcomes.ReplaceAsync(request, null, AnyText()),
            4 => await outcomes.MoveAsync(request, day, half, hours),
            5 => await outcomes.ResetAsync(request),
            _ => await outcomes.AddAsync(site, _scope.Account, posts[_chance.Next(posts.Count)].Id, one.Station, day, half, hours),
        });
    }

    private async Task StaffAsync()
    {
        var (site, staffing) = (AnySite, _host.Get<StaffingService>());
        var post = site.Definition.Posts[_chance.Next(site.Definition.Posts.Count)].Id;
        // Mondays: some are said of the same day twice.
        var from = Today(site).AddDays(-(int)Today(site).DayOfWeek + 1);
        var absences = (await staffing.RecordsAsync(site, from.AddDays(-30), from.AddDays(30))).Absences;
        switch (_chance.Next(3))
        {
            case 0:
                Tell(await staffing.AbsentAsync(site, post, from, from.AddDays(_chance.Next(-1, 9)), AbsenceReasons.Codes[_chance.Next(2)]));
                break;
            case 1 when absences.Count > 0:
                await staffing.EndAbsenceAsync(site, absences[_chance.Next(absences.Count)].Id);
                break;
            default:
                Tell(await staffing.NameAsync(site, post, AnyText(), from));
                break;
        }
    }

    private async Task ImportAsync(int rows)
    {
        var site = AnySite;
        var file = Path.Combine(Path.GetTempPath(), $"modular-{Guid.NewGuid():N}.csv");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, rows)
            .Select(row => $"{Today(site).AddDays(-_chance.Next(200)):yyyy-MM-dd};{site.Definition.Stations[0].Id};\"{AnyText()}\";{row % 9}")
            .Prepend("referred_on;station;note;children_in_home"));
        var outcome = await _host.Get<SituationImport>().RunAsync(site, file, dryRun: _chance.Next(4) == 0);
        File.Delete(file);
        _told.Add($"imported {outcome.Added} {outcome.Known} {string.Join(' ', outcome.Faults.Select(fault => fault.Sentence))}");
    }

    private async Task AccountAsync()
    {
        var accounts = _host.Get<AccountService>();
        var login = _chance.Next(5) == 0 ? AnyText() : $"compte-{_chance.Next(4)}";
        var email = _chance.Next(3) == 0 ? AnyText() : null;
        var made = await accounts.CreateAsync(new AccountRequest(login, Role.Worker, [_sites[0].Id], email), "Un-mot-de-passe-2027", _by);
        if (made.Account is null && (await accounts.AllAsync()).FirstOrDefault(account => account.Login == login) is { } known)
        {
            made = await accounts.ChangeAsync(
                known.Id, _chance.Next(1, 3), new AccountRequest(login, Role.Coordinator, [.. _sites.Select(site => site.Id)], email), _by);
        }

        _told.Add($"account {made.Account?.Login}: {string.Join(' ', made.Faults)}");
    }

    private FormReading Fill(LoadedSite site, string form, DateOnly day)
    {
        var plan = site.Plan(form);
        var typed = InventedAnswers.Of(plan, _chance, day);
        var written = plan.Fields.Where(planned => planned.Field.Kind is FieldKind.Text or FieldKind.LongText or FieldKind.Commune)
            .Select(planned => planned.Field.Id).Where(_ => _chance.Next(3) == 0).ToList();
        typed = typed.Without(written).And(written.Select(path => (path, (IReadOnlyList<string>)[AnyText()])));
        return site.Read(form, typed, Today(site));
    }

    private string AnyText() => Texts[_chance.Next(Texts.Length)];

    private Guid NewId()
    {
        var bytes = new byte[16];
        _chance.NextBytes(bytes);
        return new Guid(bytes);
    }

    /// <returns>Whether it was saved.</returns>
    private async Task<bool> TellAsync(Task<SaveResult> saving)
    {
        var result = await saving;
        _told.Add(result switch
        {
            SaveResult.Saved saved => $"saved {string.Join(' ', saved.Warnings)}",
            SaveResult.Refused refused => $"refused {string.Join(' ', refused.Reading.Errors.Select(error => $"{error.Key}: {error.Value}"))}",
            SaveResult.Overtaken overtaken => string.Create(CultureInfo.InvariantCulture, $"overtaken by {overtaken.Current.Version}"),
            var other => $"{other.GetType().Name}",
        });
        return result is SaveResult.Saved;
    }

    private void Tell(Refusal? refusal) => _told.Add(refusal?.ToString() ?? "done");
}
