using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Work;
using ProjectCycle.Web.Pages.Projects.Ledger;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>Addresses of a project's pages. Made by hand, since the router writes addresses in lower case and a project's code keeps its own.</summary>
public static class ProjectLinks
{
    public const string List = "/projects";
    public const string New = "/projects/new";

    public static string Overview(string code) => $"{List}/{Uri.EscapeDataString(code)}";
    public static string Edit(string code) => $"{Overview(code)}/edit";
    public static string Cycle(string code) => $"{Overview(code)}/cycle";
    public static string Work(string code) => $"{Overview(code)}/work";

    /// <summary>A part of a tab.</summary>
    public static string Part(ProjectTab tab, string code, string part) => $"{Of(tab, code)}/{part}";

    /// <summary>A part of the work.</summary>
    public static string Work(string code, string part) => Part(ProjectTab.Work, code, part);

    /// <summary>Where the row stands that a deadline follows.</summary>
    public static string RowOfDeadline(string code, string part) => part switch
    {
        Deadline.FollowUps => $"{Cycle(code)}#{part}",
        Deadline.Guarantees => Money(code, MoneyParts.Contracts),
        Covenant.PartCode => Money(code, MoneyParts.Agreements),
        _ => Work(code, part),
    };

    /// <summary>The form of one row of a part; of a new one when none is named.</summary>
    public static string WorkRow(string code, string part, Guid? row = null) => $"{Work(code, part)}/{row?.ToString() ?? "new"}";

    /// <summary>The form of an activity; of a new one of a component when none is named.</summary>
    public static string Activity(string code, Guid? row = null, Guid? component = null) =>
        $"{Work(code, WorkParts.Components)}/activities/{row?.ToString() ?? "new"}{(component is { } id ? $"?component={id}" : "")}";

    /// <summary>The appraisal document in this language, as an attachment.</summary>
    public static string AppraisalDocument(string code, string language) => $"{Work(code)}/appraisal.docx?language={language}";

    public static string Money(string code) => $"{Overview(code)}/money";

    /// <summary>What one agreement pays for the project.</summary>
    public static string Financing(string code, Guid financing) => $"{Money(code, MoneyParts.Agreements)}/{financing}";

    /// <summary>The form of a financing; of a new one when none is named.</summary>
    public static string FinancingForm(string code, Guid? financing = null) =>
        financing is { } id ? $"{Financing(code, id)}/edit" : $"{Money(code, MoneyParts.Agreements)}/new";

    /// <summary>A list of the ledger, such as <c>contracts</c>.</summary>
    public static string Money(string code, string part) => Part(ProjectTab.Money, code, part);

    /// <summary>The form of one row of the ledger; of a new one of a financing when none is named.</summary>
    public static string MoneyRow(string code, string part, Guid? row = null, Guid? financing = null) =>
        $"{Money(code, part)}/{row?.ToString() ?? "new"}{(financing is { } id ? $"?financing={id}" : "")}";

    /// <summary>The sheet of a contract.</summary>
    public static string Contract(string code, Guid contract) => $"{MoneyRow(code, MoneyParts.Contracts, contract)}/sheet";

    /// <summary>The form of a variation or guarantee of a contract; of a new one when none is named.</summary>
    /// <param name="kind"><c>variations</c> or <c>guarantees</c>.</param>
    public static string ContractPart(string code, Guid contract, string kind, Guid? row = null) =>
        $"{MoneyRow(code, MoneyParts.Contracts, contract)}/{kind}/{row?.ToString() ?? "new"}";

    /// <summary>The sheet of an advance account.</summary>
    public static string Account(string code, Guid account) => $"{MoneyRow(code, MoneyParts.Advance, account)}/sheet";

    /// <summary>The form of a line or reconciliation of an advance account; of a new one when none is named.</summary>
    /// <param name="kind"><c>lines</c> or <c>reconciliations</c>.</param>
    public static string AccountPart(string code, Guid account, string kind, Guid? row = null) =>
        $"{MoneyRow(code, MoneyParts.Advance, account)}/{kind}/{row?.ToString() ?? "new"}";

    /// <summary>Where a bank's statement is taken in.</summary>
    public static string Statement(string code, Guid account) => $"{MoneyRow(code, MoneyParts.Advance, account)}/statement";

    /// <summary>The form of a new invoice of a contract.</summary>
    public static string NewInvoice(string code, Guid contract) => $"{MoneyRow(code, MoneyParts.Invoices)}?contract={contract}";

    public static string Documents(string code) => $"{Overview(code)}/documents";
    public static string Deadlines(string code) => $"{Overview(code)}/deadlines";

    /// <summary>The project's deadlines as a calendar file.</summary>
    public static string DeadlinesFile(string code) => $"{Overview(code)}/deadlines.ics";

    public static string Obstacles(string code) => $"{Overview(code)}/obstacles";
    public static string People(string code) => $"{Overview(code)}/people";

    /// <summary>The form of an actor; of a new one when none is named.</summary>
    public static string Actor(string code, Guid? actor = null) => $"{People(code)}/{actor?.ToString() ?? "new"}";

    public static string History(string code) => $"{Overview(code)}/history";

    /// <summary>What moving it to another version of its template would mean.</summary>
    public static string Template(string code) => $"{Overview(code)}/template";

    /// <summary>The form for a new document of this kind.</summary>
    public static string Attach(string code, string kind) => $"{Documents(code)}?kind={Uri.EscapeDataString(kind)}#attach";

    /// <summary>The evidence pack of a move in the history; of the gate ahead when none is named.</summary>
    public static string Evidence(string code, Guid? move = null) => $"{Overview(code)}/evidence{(move is { } id ? $"?move={id}" : "")}";

    /// <summary>A request for a decision.</summary>
    public static string Review(Guid request) => $"/reviews/{request}";

    /// <summary>A file, as an attachment.</summary>
    public static string Download(Guid version) => $"/documents/{version}";

    /// <summary>The tab's own address.</summary>
    public static string Of(ProjectTab tab, string code) => tab == ProjectTab.Overview ? Overview(code) : $"{Overview(code)}/{tab.ToString().ToLowerInvariant()}";
}
