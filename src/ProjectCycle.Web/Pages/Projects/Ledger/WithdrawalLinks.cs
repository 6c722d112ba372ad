namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>Addresses of withdrawal applications.</summary>
public static class WithdrawalLinks
{
    /// <summary>The cockpit over all projects.</summary>
    public const string Cockpit = "/money/withdrawals";

    /// <summary>The applications of a project.</summary>
    public static string List(string code) => ProjectLinks.Money(code, MoneyParts.Withdrawals);

    /// <summary>The form of a new one.</summary>
    public static string New(string code) => $"{List(code)}/new";

    public static string One(string code, Guid application) => $"{List(code)}/{application}";

    public static string Edit(string code, Guid application) => $"{One(code, application)}/edit";

    /// <summary>The form of a line; of a new one when none is named.</summary>
    public static string Line(string code, Guid application, Guid? line = null) => $"{One(code, application)}/lines/{line?.ToString() ?? "new"}";

    /// <summary>What the donor does not pay of a line.</summary>
    public static string Disallow(string code, Guid application, Guid line) => $"{Line(code, application, line)}/disallow";

    /// <summary>The form of a new payment.</summary>
    public static string Payment(string code, Guid application) => $"{One(code, application)}/payment";
}
