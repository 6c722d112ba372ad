using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Rendering;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Withdrawals;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>A new line of an application, or one to change. A lost race keeps what was typed and shows where it differs from what was saved first.</summary>
[Authorize(Policy = "money.withdrawal.edit")]
public sealed class WithdrawalLineModel(ProjectPage projects, CurrentUser me, Texts texts, MoneyRows rows, SaveWithdrawalLine save, WithdrawalSheets sheets, ClaimableInvoices claimable, Show show)
    : MoneyPartFormModel<WithdrawalApplication, WithdrawalLine, WithdrawalLineInput>(projects, me, texts, rows, save)
{
    private WithdrawalLineInput? _present;

    public override string Part => MoneyParts.Withdrawals;

    public override string Here => WithdrawalLinks.One(Project.Code, Application.Id);

    public WithdrawalApplication Application => Owner;
    public IReadOnlyList<ClaimableInvoice> Invoices { get; private set; } = [];
    public IReadOnlyList<ExpenditureCategory> Categories { get; private set; } = [];

    /// <summary>Where what was saved first differs from what was typed, after a lost race.</summary>
    public IReadOnlyList<FormDifference> Differences { get; private set; } = [];

    public IEnumerable<SelectListItem> InvoiceItems => Invoices.Select(row => new SelectListItem(Words(row), $"{row.Invoice.Id}")).Prepend(new SelectListItem(Texts["withdrawal-line.no-invoice"], ""));

    public IEnumerable<SelectListItem> CategoryItems => Categories.Select(c => new SelectListItem($"{c.Code} {c.Name}", $"{c.Id}")).Prepend(new SelectListItem(Texts["withdrawal-line.of-invoice"], ""));

    public IEnumerable<SelectListItem> RateTypes => Frame.Options.Enum<RateType>(Texts).Prepend(new SelectListItem(Texts["form.choose"], ""));

    protected override string Name => "withdrawal-line";

    protected override string OwnerKey => "withdrawal";

    protected override Right EditRight => Rights.EditWithdrawal;

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        Invoices = await claimable.LoadAsync(
            Application.FinancingId, cancellation, Id, [.. new[] { Input.InvoiceId, _present?.InvoiceId }.OfType<Guid>()]);
        Categories = await sheets.CategoriesAsync(Application.FinancingId, cancellation);
        if (IsNew && Request.Method == HttpMethods.Get)
            Input = Input with { Rate = new BookedRateInput { IsInverse = Application.CurrencyCode != "IDR", Type = RateType.BankConversion } };
        if (_present is not null && Request.Method == HttpMethods.Post)
            Differences = FormDifference.Between(Words(_present), Words(Input));
    }

    protected override async Task<(WithdrawalLineInput Input, int Version)?> ReadAsync(Guid id, CancellationToken cancellation)
    {
        var read = await base.ReadAsync(id, cancellation);
        if (read?.Input.ApplicationId != Application.Id)
            return null;
        _present = read?.Input;
        return read;
    }

    protected override Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation)
    {
        Input = Input with { ApplicationId = Application.Id, FinancingId = Application.FinancingId };
        return base.SaveAsync(cancellation);
    }

    /// <summary>The invoice, and what may be claimed of it; why no more than that, where it is not the donor's share.</summary>
    private string Words(ClaimableInvoice row)
    {
        var (invoice, (amount, limit)) = row;
        return Texts[$"withdrawal-line.claimable.{limit}", invoice.Number, show.Date(invoice.On), invoice.Payee, invoice.GrossAmount, amount];
    }

    private Invoice? InvoiceOf(WithdrawalLineInput input) => Invoices.FirstOrDefault(row => row.Invoice.Id == input.InvoiceId)?.Invoice;

    private (string Label, string Value)[] Words(WithdrawalLineInput input) =>
    [
        ("withdrawal-line.invoice", InvoiceOf(input)?.Number ?? ""),
        ("withdrawal-line.category", Categories.FirstOrDefault(c => c.Id == (input.CategoryId ?? InvoiceOf(input)?.CategoryId))?.Code ?? ""),
        ("withdrawal-line.amount", Number(input.Amount)),
        ("withdrawal-line.eligible", Number(input.Eligible)),
        ("withdrawal-line.percentage", Number(input.Percentage)),
        ("withdrawal-line.rate", Number(input.Rate.Rate)),
        ("withdrawal.rate.unit", Number(input.Rate.Unit)),
        ("withdrawal.rate.type", input.Rate.Type is { } type ? Texts.Enum(type) : ""),
        ("withdrawal.rate.on", show.Date(input.Rate.On)),
        ("withdrawal.rate.source", input.Rate.Source),
        ("withdrawal-line.is-soe", Texts[input.IsSoe ? "form.yes" : "form.no"]),
        ("withdrawal-line.description", input.Description),
    ];

    private static string Number(decimal? number) => number?.ToString("#,0.##########", System.Globalization.CultureInfo.CurrentCulture) ?? "";
}
