using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Rendering;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Withdrawals;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>A new application, or one to change. A lost race keeps what was typed and shows where it differs from what was saved first.</summary>
[Authorize(Policy = "money.withdrawal.edit")]
public sealed class WithdrawalFormModel(ProjectPage projects, CurrentUser me, Texts texts, MoneyRows rows, SaveWithdrawal save, Show show)
    : MoneyFormModel<WithdrawalApplication, WithdrawalInput>(projects, me, texts, rows, save)
{
    private WithdrawalInput? _present;
    private Guid? _begun;

    public override string Part => MoneyParts.Withdrawals;

    public override Guid? Id => Guid.TryParse((string?)RouteData.Values["withdrawal"], out var id) ? id : null;

    public override string Here => (_begun ?? Id) is { } id ? WithdrawalLinks.One(Project.Code, id) : base.Here;

    public IReadOnlyList<SelectListItem> Financings { get; private set; } = [];

    /// <summary>Where what was saved first differs from what was typed, after a lost race.</summary>
    public IReadOnlyList<FormDifference> Differences { get; private set; } = [];

    protected override string Name => "withdrawal";

    protected override Right EditRight => Rights.EditWithdrawal;

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        var financings = await Rows.FinancingsAsync(Project.Id, cancellation);
        Financings = [.. financings.Select(f => new SelectListItem($"{f.Agreement.Number} ({f.Financing.CurrencyCode})", $"{f.Financing.Id}"))];
        if (IsNew && Request.Method == HttpMethods.Get)
        {
            var asked = Guid.TryParse(Request.Query["financing"], out var id) ? id : (Guid?)null;
            var financing = (financings.FirstOrDefault(f => f.Financing.Id == asked) ?? (financings.Count > 0 ? financings[0] : null))?.Financing;
            Input = new WithdrawalInput { FinancingId = financing?.Id, On = View.Today, CurrencyCode = financing?.CurrencyCode ?? "", Procedure = WithdrawalProcedure.Reimbursement };
        }
        if (_present is not null && Request.Method == HttpMethods.Post)
            Differences = FormDifference.Between(Words(_present), Words(Input));
    }

    protected override async Task<(WithdrawalInput Input, int Version)?> ReadAsync(Guid id, CancellationToken cancellation)
    {
        var read = await base.ReadAsync(id, cancellation);
        _present = read?.Input;
        return read;
    }

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation)
    {
        if (!IsNew)
            return await base.SaveAsync(cancellation);
        var begun = await save.AddAsync(Project.Code, Input, cancellation);
        _begun = begun.Succeeded ? begun.Value : null;
        return begun.Refusals;
    }

    private (string Label, string Value)[] Words(WithdrawalInput input) =>
    [
        ("withdrawal.procedure", Texts.Enum(input.Procedure)),
        ("withdrawal.on", show.Date(input.On)),
        ("withdrawal.period-from", show.Date(input.PeriodFrom)),
        ("withdrawal.period-until", show.Date(input.PeriodUntil)),
        ("withdrawal.currency", input.CurrencyCode.ToUpperInvariant()),
        ("withdrawal.payee", input.Payee),
        ("withdrawal.address", input.Address),
        ("withdrawal.bank", input.Bank),
        ("withdrawal.branch", input.Branch),
        ("withdrawal.account", input.Account),
        ("withdrawal.swift", input.Swift),
        ("withdrawal.correspondent", input.Correspondent),
        ("withdrawal.special", input.Special),
        ("withdrawal.donor-reference", input.DonorReference),
        ("withdrawal.remarks", input.Remarks),
    ];
}
