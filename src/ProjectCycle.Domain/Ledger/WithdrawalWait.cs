namespace ProjectCycle.Domain.Ledger;

/// <summary>Who has to do something next. Names are codes of texts.</summary>
public enum WaitParty
{
    /// <summary>PMU finance.</summary>
    Pmu,

    /// <summary>One of the authorised signatories.</summary>
    Signatory,

    /// <summary>KPPN/DJPb.</summary>
    Ministry,

    Donor,
}

/// <summary>What an application waits for next. Names are codes of texts.</summary>
public enum WaitFor
{
    Completion,
    FirstSignature,
    SecondSignature,
    Submission,
    Forwarding,
    Decision,
    Answer,
    Correction,
    Payment,
    RestOfPayment,
    Notice,
    Reconciliation,
    Closing,
}

/// <summary>What an application waits for, and from whom.</summary>
public sealed record WithdrawalWait(WaitFor For, WaitParty From)
{
    /// <summary>Null once it is over.</summary>
    public static WithdrawalWait? Of(WithdrawalApplication application) => application.State switch
    {
        WithdrawalState.Draft => new(WaitFor.Completion, WaitParty.Pmu),
        WithdrawalState.Checked => new(application.FirstSignatoryId is null ? WaitFor.FirstSignature : WaitFor.SecondSignature, WaitParty.Signatory),
        WithdrawalState.Signed => new(WaitFor.Submission, WaitParty.Pmu),
        WithdrawalState.WithMinistry => new(WaitFor.Forwarding, WaitParty.Ministry),
        WithdrawalState.WithDonor => new(WaitFor.Decision, WaitParty.Donor),
        WithdrawalState.Queried => new(WaitFor.Answer, WaitParty.Pmu),
        WithdrawalState.Returned => new(WaitFor.Correction, WaitParty.Pmu),
        WithdrawalState.Approved => new(WaitFor.Payment, WaitParty.Donor),
        WithdrawalState.PartlyPaid => new(WaitFor.RestOfPayment, WaitParty.Donor),
        WithdrawalState.Paid => new(WaitFor.Notice, WaitParty.Donor),
        WithdrawalState.Noticed => new(WaitFor.Reconciliation, WaitParty.Pmu),
        WithdrawalState.Reconciled => new(WaitFor.Closing, WaitParty.Pmu),
        _ => null,
    };
}
