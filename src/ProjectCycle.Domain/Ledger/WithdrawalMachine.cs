using ProjectCycle.Domain.Cycles;

namespace ProjectCycle.Domain.Ledger;

/// <summary>What people do to an application. Names are codes of texts and stand in the history.</summary>
public enum WithdrawalStep
{
    Check,
    SignFirst,
    SignSecond,
    SubmitToMinistry,
    SubmitToDonor,
    Query,
    Answer,
    Return,
    Approve,
    PayPart,
    PayRest,
    BookNotice,
    Reconcile,
    Close,
    Redraft,
    Reject,
    Cancel,

    /// <summary>A payment that was booked wrongly is taken back; others stay.</summary>
    ReversePart,

    /// <summary>The only payment that was left is taken back.</summary>
    ReverseAll,

    /// <summary>It was signed and sent on paper before the project was registered here.</summary>
    TakeOver,
}

/// <summary>What decides over the steps of an application, loaded before. Amounts are in minor units of its currency.</summary>
/// <param name="By">Who acts.</param>
/// <param name="HasLines">It asks for something.</param>
/// <param name="Approved">The sum of the lines less what was disallowed.</param>
/// <param name="Paid">What the donor has paid of it, with what is being booked.</param>
/// <param name="NoticeNumber">Of the notice of disbursement that is being booked.</param>
/// <param name="IsFromBefore">It was sent before the project was registered here: only then signatures on paper are taken for granted.</param>
public sealed record WithdrawalFacts(Guid By, bool HasLines = false, long Approved = 0, long Paid = 0, string NoticeNumber = "", bool IsFromBefore = false);

/// <summary>A step of an application, and what it still needs.</summary>
/// <param name="Step">The step.</param>
/// <param name="Unmet">Codes of what does not hold; empty when it can be done.</param>
public sealed record WithdrawalCheck(WithdrawalStep Step, IReadOnlyList<string> Unmet);

/// <summary>
/// Leads an application through its life (domain.md 4.3) on the same engine as the cycle: who may do what when. Rights are the use
/// case's. Nothing here asks a database or a clock.
/// </summary>
public sealed class WithdrawalMachine
{
    private readonly WithdrawalApplication _application;
    private readonly WithdrawalFacts _facts;
    private readonly TableMachine<WithdrawalStep> _engine;

    private WithdrawalMachine(WithdrawalApplication application, WithdrawalFacts facts)
    {
        (_application, _facts) = (application, facts);
        _engine = new TableMachine<WithdrawalStep>(() => application.State.ToString(), to => application.State = Enum.Parse<WithdrawalState>(to));
        Describe();
    }

    /// <summary>The machine of an application.</summary>
    public static WithdrawalMachine For(WithdrawalApplication application, WithdrawalFacts facts) => new(application, facts);

    /// <summary>Every step there is from where it stands, open or not.</summary>
    public IReadOnlyList<WithdrawalCheck> Steps() => [.. _engine.Triggers.Order().Select(step => new WithdrawalCheck(step, Unmet(step) ?? []))];

    /// <summary>
    /// Makes the step, dated <paramref name="on"/>, or says why not and changes nothing: <c>withdrawal-step-unknown</c> where it does not
    /// exist, <c>before-last-step</c> for a date before the last step, else the code of each condition that does not hold.
    /// </summary>
    /// <param name="note">What the donor asked, or why; part of the history.</param>
    /// <param name="at">UTC.</param>
    public Outcome<WithdrawalMove> Fire(WithdrawalStep step, DateOnly on, string note, DateTime at)
    {
        if (Unmet(step) is not { } unmet)
            return new Refusal("withdrawal-step-unknown", null, step, _application.State);
        if (on < _application.StateSince)
            return new Refusal("before-last-step", "On", _application.StateSince);
        if (unmet.Count > 0)
            return unmet.Select(code => new Refusal(code)).ToList();
        var from = _application.State;
        _engine.Fire(step);
        Write(step, on, note);
        return new WithdrawalMove { ApplicationId = _application.Id, From = from, To = _application.State, On = on, At = at, ById = _facts.By, Note = note };
    }

    private IReadOnlyList<string>? Unmet(WithdrawalStep step)
    {
        _engine.CanFire(step, out var unmet);
        return unmet;
    }

    private void Describe()
    {
        var hasLines = new Guard("withdrawal-empty", () => _facts.HasLines);
        var firstSigned = new Guard("first-signature-missing", () => _application.FirstSignatoryId is not null);
        var notFirst = new Guard("signed-by-same", () => _application.FirstSignatoryId != _facts.By);
        var notPreparer = new Guard("signed-by-preparer", () => _application.PreparedById != _facts.By);
        var paysLess = new Guard("not-paid-in-part", () => _facts.Paid > 0 && _facts.Paid < _facts.Approved);
        var paysAll = new Guard("not-paid-in-full", () => _facts.Paid > 0 && _facts.Paid == _facts.Approved);
        var paysNothing = new Guard("payment-left", () => _facts.Paid == 0);
        var hasNotice = new Guard("notice-missing", () => _facts.NoticeNumber.Length > 0);
        var isFromBefore = new Guard("sent-after-registration", () => _facts.IsFromBefore);

        From(WithdrawalState.Draft).To(WithdrawalStep.Check, WithdrawalState.Checked, hasLines).To(WithdrawalStep.Cancel, WithdrawalState.Cancelled)
            .To(WithdrawalStep.TakeOver, WithdrawalState.WithDonor, hasLines, isFromBefore);
        From(WithdrawalState.Returned).To(WithdrawalStep.Check, WithdrawalState.Checked, hasLines).To(WithdrawalStep.Cancel, WithdrawalState.Cancelled);
        From(WithdrawalState.Checked)
            .To(WithdrawalStep.SignFirst, WithdrawalState.Checked, new Guard("first-signature-there", () => _application.FirstSignatoryId is null))
            .To(WithdrawalStep.SignSecond, WithdrawalState.Signed, firstSigned, notFirst, notPreparer)
            .To(WithdrawalStep.Redraft, WithdrawalState.Draft)
            .To(WithdrawalStep.Cancel, WithdrawalState.Cancelled);
        From(WithdrawalState.Signed)
            .To(WithdrawalStep.SubmitToMinistry, WithdrawalState.WithMinistry)
            .To(WithdrawalStep.SubmitToDonor, WithdrawalState.WithDonor)
            .To(WithdrawalStep.Redraft, WithdrawalState.Draft)
            .To(WithdrawalStep.Cancel, WithdrawalState.Cancelled);
        From(WithdrawalState.WithMinistry)
            .To(WithdrawalStep.SubmitToDonor, WithdrawalState.WithDonor)
            .To(WithdrawalStep.Return, WithdrawalState.Returned);
        From(WithdrawalState.WithDonor)
            .To(WithdrawalStep.Query, WithdrawalState.Queried)
            .To(WithdrawalStep.Approve, WithdrawalState.Approved)
            .To(WithdrawalStep.Return, WithdrawalState.Returned)
            .To(WithdrawalStep.Reject, WithdrawalState.Rejected);
        From(WithdrawalState.Queried)
            .To(WithdrawalStep.Answer, WithdrawalState.WithDonor)
            .To(WithdrawalStep.Return, WithdrawalState.Returned)
            .To(WithdrawalStep.Reject, WithdrawalState.Rejected);
        From(WithdrawalState.Approved).To(WithdrawalStep.PayPart, WithdrawalState.PartlyPaid, paysLess).To(WithdrawalStep.PayRest, WithdrawalState.Paid, paysAll);
        From(WithdrawalState.PartlyPaid).To(WithdrawalStep.PayPart, WithdrawalState.PartlyPaid, paysLess).To(WithdrawalStep.PayRest, WithdrawalState.Paid, paysAll)
            .To(WithdrawalStep.ReversePart, WithdrawalState.PartlyPaid, paysLess).To(WithdrawalStep.ReverseAll, WithdrawalState.Approved, paysNothing);
        From(WithdrawalState.Paid).To(WithdrawalStep.BookNotice, WithdrawalState.Noticed, hasNotice)
            .To(WithdrawalStep.ReversePart, WithdrawalState.PartlyPaid, paysLess).To(WithdrawalStep.ReverseAll, WithdrawalState.Approved, paysNothing);
        From(WithdrawalState.Noticed).To(WithdrawalStep.Reconcile, WithdrawalState.Reconciled)
            .To(WithdrawalStep.ReversePart, WithdrawalState.PartlyPaid, paysLess).To(WithdrawalStep.ReverseAll, WithdrawalState.Approved, paysNothing);
        From(WithdrawalState.Reconciled).To(WithdrawalStep.Close, WithdrawalState.Closed);
    }

    private Ways From(WithdrawalState state) => new(_engine.Configure(state.ToString()));

    /// <summary>What a step leaves on the application besides its state.</summary>
    private void Write(WithdrawalStep step, DateOnly on, string note)
    {
        var a = _application;
        a.StateSince = on;
        a.Query = step is WithdrawalStep.Query or WithdrawalStep.Return or WithdrawalStep.Reject ? note : "";
        switch (step)
        {
            case WithdrawalStep.SignFirst:
                (a.FirstSignatoryId, a.FirstSignedOn) = (_facts.By, on);
                break;
            case WithdrawalStep.SignSecond:
                (a.SecondSignatoryId, a.SecondSignedOn) = (_facts.By, on);
                break;
            case WithdrawalStep.SubmitToMinistry:
                a.MinistryOn = on;
                break;
            case WithdrawalStep.SubmitToDonor or WithdrawalStep.TakeOver:
                a.SubmittedOn = on;
                break;
            case WithdrawalStep.Approve:
                a.ApprovedOn = on;
                break;
            case WithdrawalStep.BookNotice:
                (a.NoticeNumber, a.NoticeOn) = (_facts.NoticeNumber, on);
                break;
            case WithdrawalStep.ReversePart or WithdrawalStep.ReverseAll:
                (a.NoticeNumber, a.NoticeOn) = ("", null);
                break;
            case WithdrawalStep.Redraft or WithdrawalStep.Return:
                // What was signed is no longer what will be sent.
                (a.FirstSignatoryId, a.FirstSignedOn, a.SecondSignatoryId, a.SecondSignedOn) = (null, null, null, null);
                (a.MinistryOn, a.SubmittedOn, a.ReceivedOn) = (null, null, null);
                break;
        }
    }

    /// <summary>Reads as a table: from here, by this step, to there, if.</summary>
    private sealed class Ways(IStateConfiguration<WithdrawalStep> state)
    {
        public Ways To(WithdrawalStep step, WithdrawalState to, params IEnumerable<Guard> guards)
        {
            state.PermitIf(step, to.ToString(), guards);
            return this;
        }
    }
}
