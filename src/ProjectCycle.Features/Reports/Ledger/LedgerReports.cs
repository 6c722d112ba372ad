namespace ProjectCycle.Features.Reports.Ledger;

/// <summary>The workbooks of the ledger (domain.md 4.7), by the names under which they are asked for.</summary>
public static class LedgerReports
{
    /// <summary>T1: the register of applications.</summary>
    public const string Withdrawals = "wa-register";

    /// <summary>T2: the statement of expenditure.</summary>
    public const string Expenditure = "soe";

    /// <summary>T3: the contract register.</summary>
    public const string Contracts = "contract-register";

    /// <summary>T4: disbursement by category.</summary>
    public const string Categories = "disbursement-by-category";

    /// <summary>T8: the withdrawal plan of the Ministry of Finance.</summary>
    public const string Plan = "mof-withdrawal-plan";

    /// <summary>T9: loans by quarter.</summary>
    public const string Quarters = "loan-quarterly";

    /// <summary>Performance of loans and grants.</summary>
    public const string Performance = "loan-grant-performance";

    /// <summary>All of them, in the order people need them.</summary>
    public static IReadOnlyList<string> All { get; } = [Withdrawals, Expenditure, Contracts, Categories, Performance, Quarters, Plan];
}
