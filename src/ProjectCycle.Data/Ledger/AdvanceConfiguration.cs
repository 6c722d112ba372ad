using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Documents;
using ProjectCycle.Domain.Ledger;

namespace ProjectCycle.Data.Ledger;

internal sealed class AdvanceAccountConfiguration : IEntityTypeConfiguration<AdvanceAccount>
{
    public void Configure(EntityTypeBuilder<AdvanceAccount> account)
    {
        account.ToTable("AdvanceAccounts");
        account.Property(a => a.Bank).HasMaxLength(200);
        account.Property(a => a.Number).HasMaxLength(60);
        account.Property(a => a.Holder).HasMaxLength(200);
        account.Property(a => a.CurrencyCode).HasMaxLength(3);
        account.Ignore(a => a.Currency);
        account.OfFinancing();
        account.HasIndex(a => a.FinancingId).IsUnique();
    }
}

internal sealed class StatementLineConfiguration : IEntityTypeConfiguration<StatementLine>
{
    public void Configure(EntityTypeBuilder<StatementLine> line)
    {
        line.ToTable("StatementLines");
        line.Property(l => l.Description).HasMaxLength(500);
        line.Property(l => l.Reference).HasMaxLength(100);
        line.OfFinancing();
        line.HasOne<AdvanceAccount>().WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<Invoice>().WithMany().HasForeignKey(l => l.InvoiceId).OnDelete(DeleteBehavior.Restrict);

        // The order of the statement; two people who add lines at the same moment cannot take the same place.
        line.HasIndex(l => new { l.AccountId, l.Position }).IsUnique();
        line.HasIndex(l => new { l.AccountId, l.On });
    }
}

internal sealed class AccountReconciliationConfiguration : IEntityTypeConfiguration<AccountReconciliation>
{
    public void Configure(EntityTypeBuilder<AccountReconciliation> reconciliation)
    {
        reconciliation.ToTable("AccountReconciliations");
        reconciliation.OfFinancing();
        reconciliation.HasOne<AdvanceAccount>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
        reconciliation.HasOne<Document>().WithMany().HasForeignKey(r => r.StatementId).OnDelete(DeleteBehavior.NoAction);
        reconciliation.HasOne<User>().WithMany().HasForeignKey(r => r.ReconciledById).OnDelete(DeleteBehavior.Restrict);
        reconciliation.HasIndex(r => new { r.AccountId, r.On }).IsUnique();
    }
}
