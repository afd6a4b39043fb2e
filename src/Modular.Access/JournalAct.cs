namespace Modular.Access;

public enum JournalAct
{
    SignIn,
    SignInRefused,
    SignOut,
    List,
    Search,
    Read,
    Create,
    Edit,
    Close,
    Reopen,
    Import,
    Export,
    Refused,
    AccountCreated,
    AccountChanged,
    ReportRead,
    JobRun,
    Backup,
}

internal static class JournalActs
{
    /// <summary>As the journal writes it, for good: rows are evidence, and are found by it.</summary>
    public static string Spelled(this JournalAct act) => act switch
    {
        JournalAct.SignIn => "sign_in",
        JournalAct.SignInRefused => "sign_in_refused",
        JournalAct.SignOut => "sign_out",
        JournalAct.List => "list",
        JournalAct.Search => "search",
        JournalAct.Read => "read",
        JournalAct.Create => "create",
        JournalAct.Edit => "edit",
        JournalAct.Close => "close",
        JournalAct.Reopen => "reopen",
        JournalAct.Import => "import",
        JournalAct.Export => "export",
        JournalAct.Refused => "refused",
        JournalAct.AccountCreated => "account_created",
        JournalAct.AccountChanged => "account_changed",
        JournalAct.ReportRead => "report_read",
        JournalAct.JobRun => "job_run",
        JournalAct.Backup => "backup",
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };
}
