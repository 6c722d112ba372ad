using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>The parts of a project's money, as codes of their addresses and texts.</summary>
public static class MoneyParts
{
    public const string Agreements = "agreements";
    public const string Contracts = "contracts";
    public const string Invoices = "invoices";
    public const string Withdrawals = "withdrawals";
    public const string Advance = "advance";
    public const string Projections = "projections";
    public const string Monitoring = "monitoring";

    /// <summary>The workbooks.</summary>
    public const string Reports = "reports";

    public const string Import = "import";

    /// <summary>Those with a page of their own, in working order.</summary>
    public static IReadOnlyList<string> All { get; } = [Agreements, Contracts, Invoices, Withdrawals, Advance, Projections, Monitoring, Reports, Import];
}

/// <summary>The kinds of rows on the sheet of an agreement, as pieces of the addresses of their forms.</summary>
public static class AgreementRows
{
    public const string Categories = "categories";
    public const string Changes = "changes";
    public const string Reallocations = "reallocations";
    public const string Counterpart = "counterpart";
    public const string Covenants = "covenants";
}

/// <summary>A page of one part of a project's money: a code of <see cref="MoneyParts"/>.</summary>
public abstract class MoneyPageModel(ProjectPage projects, CurrentUser me) : PartPageModel(projects, me)
{
    public override ProjectTab? Tab => ProjectTab.Money;
}

/// <summary>The form of one row of the ledger, whose inputs are those of the use case.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <typeparam name="TInput">The inputs.</typeparam>
public abstract class MoneyFormModel<TRow, TInput>(ProjectPage projects, CurrentUser me, Texts texts, MoneyRows rows, SaveMoneyRow<TRow, TInput> save)
    : RowFormModel<TInput>(projects, me, texts)
    where TRow : class, IMoneyRow
    where TInput : class, new()
{
    public override ProjectTab? Tab => ProjectTab.Money;

    public override string? Title => Texts[$"{Name}.{(IsNew ? "new" : "change")}"];

    /// <summary>Its titles are the texts <c>{Name}.new</c> and <c>{Name}.change</c>.</summary>
    protected abstract string Name { get; }

    protected MoneyRows Rows { get; } = rows;

    protected override async Task<(TInput Input, int Version)?> ReadAsync(Guid id, CancellationToken cancellation) =>
        await Rows.RowAsync<TRow>(id, Project.Id, cancellation) is { } row ? (await save.InputOfAsync(row, cancellation), row.Version) : null;

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation) => Id is { } id
        ? (await save.ChangeAsync(id, Input, Version, cancellation)).Refusals
        : (await save.AddAsync(Project.Code, Input, cancellation)).Refusals;

    protected override Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation) => save.RemoveAsync(id, Version, cancellation);
}
