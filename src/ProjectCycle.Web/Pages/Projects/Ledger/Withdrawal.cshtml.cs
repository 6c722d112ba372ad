using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Ledger.Withdrawals;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>A page of one application: looked up before any handler runs.</summary>
public abstract class OneWithdrawalModel(ProjectPage projects, CurrentUser me, WithdrawalSheets sheets) : MoneyPageModel(projects, me)
{
    public override string Part => MoneyParts.Withdrawals;

    public WithdrawalSheet Sheet { get; private set; } = null!;

    public WithdrawalApplication Application => Sheet.Application;

    public override string Here => WithdrawalLinks.One(Project.Code, WithdrawalId);

    protected Guid WithdrawalId => Guid.Parse((string)RouteData.Values["withdrawal"]!);

    protected override Task<bool> FindBelowAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    /// <summary>Reads it, or once more what has become of it.</summary>
    protected async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await sheets.FindAsync(WithdrawalId, Project.Id, cancellation) is not { } sheet)
            return false;
        Sheet = sheet;
        return true;
    }
}

/// <summary>A step as its form sends it.</summary>
public sealed class StepForm
{
    public WithdrawalStep Step { get; set; }
    public int Version { get; set; }
    public DateOnly? On { get; set; }
    public string Note { get; set; } = "";
    public string NoticeNumber { get; set; } = "";
}

/// <summary>The donor's receipt as its form sends it.</summary>
public sealed class ReceiptForm
{
    public int Version { get; set; }
    public string DonorReference { get; set; } = "";
    public DateOnly? ReceivedOn { get; set; }
    public string Remarks { get; set; } = "";
}

/// <summary>One application: facts, lines, papers, signatures, payments, history, what asks for a look, and the steps the person may make.</summary>
[Authorize(Policy = "project.view")]
public sealed class WithdrawalModel(
    ProjectPage projects, CurrentUser me, WithdrawalSheets sheets, MoveWithdrawal mover, ReverseDisbursement reverser, SaveWithdrawal saver, SaveWithdrawalEvidence evidence,
    DocumentQueries documents, Texts texts)
    : OneWithdrawalModel(projects, me, sheets)
{
    public override string? Title => texts["withdrawal.number", Application.Number];

    public StepForm Step { get; private set; } = new();
    public ReceiptForm Receipt { get; private set; } = new();

    /// <summary>The payment whose form came back, with its reason.</summary>
    public Guid? Reversing { get; private set; }

    public string Reason { get; private set; } = "";
    public IReadOnlyList<WithdrawalStepView> Steps { get; private set; } = [];

    /// <summary>Papers of the project that are not on the list yet.</summary>
    public IReadOnlyList<DocumentRow> Papers { get; private set; } = [];

    public bool MayChange => MayEdit && Application.IsEditable;
    public bool MayBook => May(Rights.BookPayment);
    public bool MayPay => MayBook && Application.State is WithdrawalState.Approved or WithdrawalState.PartlyPaid;
    public bool MayReverse => MayBook && Application.State is WithdrawalState.PartlyPaid or WithdrawalState.Paid or WithdrawalState.Noticed;
    public bool MayDisallow => MayBook && Application.IsWithDonor;
    public bool MayReceive => May(Rights.SubmitWithdrawal) && Application.SubmittedOn is not null && Application.State != WithdrawalState.Closed;

    protected override Right EditRight => Rights.EditWithdrawal;

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostStepAsync([Bind(Prefix = "Step")] StepForm step, CancellationToken cancellation)
    {
        Step = step;
        if (!ModelState.IsValid)
            return await AgainAsync(cancellation);
        var input = new WithdrawalStepInput { ApplicationId = WithdrawalId, Step = step.Step, Version = step.Version, On = step.On, Note = step.Note, NoticeNumber = step.NoticeNumber };
        return await AnswerAsync(await mover.HandleAsync(input, cancellation), "withdrawal.moved", nameof(Step), cancellation);
    }

    public async Task<IActionResult> OnPostReverseAsync(Guid disbursement, string note, int version, CancellationToken cancellation)
    {
        (Reversing, Reason) = (disbursement, note ?? "");
        return await AnswerAsync(await reverser.HandleAsync(disbursement, Reason, version, cancellation), "withdrawal.reversed", "Reverse", cancellation);
    }

    public async Task<IActionResult> OnPostReceiveAsync([Bind(Prefix = "Receipt")] ReceiptForm receipt, CancellationToken cancellation)
    {
        Receipt = receipt;
        if (!ModelState.IsValid)
            return await AgainAsync(cancellation);
        var input = new ReceiptInput { DonorReference = receipt.DonorReference, ReceivedOn = receipt.ReceivedOn, Remarks = receipt.Remarks };
        return await AnswerAsync(await saver.ReceiveAsync(WithdrawalId, input, receipt.Version, cancellation), "work.saved", nameof(Receipt), cancellation);
    }

    public async Task<IActionResult> OnPostEvidenceAsync(Guid? document, CancellationToken cancellation) =>
        Answer(await evidence.AddAsync(WithdrawalId, document, cancellation), "work.added", texts);

    public async Task<IActionResult> OnPostRemoveEvidenceAsync(Guid document, CancellationToken cancellation) =>
        Answer(await evidence.RemoveAsync(WithdrawalId, document, cancellation), "work.removed", texts);

    /// <summary>What was typed stays; the page shows what the application has become meanwhile.</summary>
    private async Task<IActionResult> AnswerAsync<T>(Outcome<T> outcome, string done, string prefix, CancellationToken cancellation)
    {
        if (outcome.Succeeded || this.Turned(outcome) is not null)
            return Answer(outcome, done, texts);
        ModelState.Add(outcome.Refusals, texts, prefix);
        await ReadAsync(cancellation);
        return await AgainAsync(cancellation);
    }

    private async Task<PageResult> AgainAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Steps = [.. (await mover.StepsAsync(Application, cancellation)).Where(view => May(MoveWithdrawal.RightFor(view.Step)))];
        var listed = Sheet.Evidence.Select(paper => paper.DocumentId).ToHashSet();
        Papers = [.. (await documents.ListAsync(Project.Id, cancellation)).Where(paper => !listed.Contains(paper.Id))];
    }
}
