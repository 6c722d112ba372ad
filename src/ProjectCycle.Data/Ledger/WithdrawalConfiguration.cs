using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Documents;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;

namespace ProjectCycle.Data.Ledger;

internal sealed class WithdrawalApplicationConfiguration : IEntityTypeConfiguration<WithdrawalApplication>
{
    public void Configure(EntityTypeBuilder<WithdrawalApplication> application)
    {
        application.ToTable("Withdrawals");
        application.Property(a => a.CurrencyCode).HasMaxLength(3);
        application.Property(a => a.DonorReference).HasMaxLength(100);
        application.Property(a => a.NoticeNumber).HasMaxLength(100);
        application.ComplexProperty(a => a.Payment);
        application.Ignore(a => a.Currency);
        application.OfFinancing();
        application.HasOne<User>().WithMany().HasForeignKey(a => a.PreparedById).OnDelete(DeleteBehavior.Restrict);
        application.HasOne<User>().WithMany().HasForeignKey(a => a.FirstSignatoryId).OnDelete(DeleteBehavior.Restrict);
        application.HasOne<User>().WithMany().HasForeignKey(a => a.SecondSignatoryId).OnDelete(DeleteBehavior.Restrict);

        // Two who begin one at the same time do not get the same number; the cockpit lists by where they stand.
        application.HasIndex(a => new { a.FinancingId, a.Number }).IsUnique();
        application.HasIndex(a => new { a.State, a.StateSince });
    }
}

internal sealed class WithdrawalLineConfiguration : IEntityTypeConfiguration<WithdrawalLine>
{
    public void Configure(EntityTypeBuilder<WithdrawalLine> line)
    {
        line.ToTable("WithdrawalLines");
        line.Property(l => l.Description).HasMaxLength(500);
        line.Property(l => l.InvoiceCurrencyCode).HasMaxLength(3);
        line.Property(l => l.Percentage).HasPrecision(7, 6);
        line.Property(l => l.DisallowedNote).HasMaxLength(500);
        line.ComplexProperty(l => l.Rate, rate => rate.Booked());
        line.OfFinancing();
        line.OfApplication(l => l.ApplicationId);
        line.HasOne<ExpenditureCategory>().WithMany().HasForeignKey(l => l.CategoryId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<Contract>().WithMany().HasForeignKey(l => l.ContractId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<Invoice>().WithMany().HasForeignKey(l => l.InvoiceId).OnDelete(DeleteBehavior.Restrict);

        // Sums by category and by contract come from the indexes alone.
        line.HasIndex(l => new { l.FinancingId, l.CategoryId, l.ApplicationId, l.Claimed, l.Disallowed });
        line.HasIndex(l => new { l.ContractId, l.ApplicationId, l.Claimed, l.Disallowed });
        line.HasIndex(l => l.InvoiceId);
    }
}

internal sealed class WithdrawalEvidenceConfiguration : IEntityTypeConfiguration<WithdrawalEvidence>
{
    public void Configure(EntityTypeBuilder<WithdrawalEvidence> evidence)
    {
        evidence.ToTable("WithdrawalEvidence");
        evidence.OfFinancing();
        evidence.OfApplication(e => e.ApplicationId);
        evidence.HasOne<Document>().WithMany().HasForeignKey(e => e.DocumentId).OnDelete(DeleteBehavior.NoAction);
        evidence.HasIndex(e => new { e.ApplicationId, e.DocumentId }).IsUnique();
    }
}

internal sealed class WithdrawalMoveConfiguration : IEntityTypeConfiguration<WithdrawalMove>
{
    public void Configure(EntityTypeBuilder<WithdrawalMove> move)
    {
        move.ToTable("WithdrawalMoves");
        move.OfApplication(m => m.ApplicationId);
        move.HasOne<User>().WithMany().HasForeignKey(m => m.ById).OnDelete(DeleteBehavior.Restrict);
        move.HasIndex(m => new { m.ApplicationId, m.At });
    }
}

internal sealed class DisbursementConfiguration : IEntityTypeConfiguration<Disbursement>
{
    public void Configure(EntityTypeBuilder<Disbursement> disbursement)
    {
        disbursement.ToTable("Disbursements");
        disbursement.Property(d => d.CurrencyCode).HasMaxLength(3);
        disbursement.ComplexProperty(d => d.ChargedRate, rate => rate.Booked());
        disbursement.ComplexProperty(d => d.RupiahRate, rate => rate.Booked());
        disbursement.OfFinancing();
        disbursement.OfApplication(d => d.ApplicationId);
        disbursement.HasOne<ExpenditureCategory>().WithMany().HasForeignKey(d => d.CategoryId).OnDelete(DeleteBehavior.Restrict);
        disbursement.HasOne<User>().WithMany().HasForeignKey(d => d.BookedById).OnDelete(DeleteBehavior.Restrict);

        // A row is taken back once, also by two at the same time.
        disbursement.HasOne<Disbursement>().WithMany().HasForeignKey(d => d.ReversesId).OnDelete(DeleteBehavior.NoAction);
        disbursement.HasIndex(d => d.ReversesId).IsUnique();

        // Sums by financing, category and day come from the index alone.
        disbursement.HasIndex(d => new { d.FinancingId, d.CategoryId, d.ValueDate, d.Charged });
        disbursement.HasIndex(d => new { d.FinancingId, d.ValueDate, d.Charged, d.Rupiah });
    }
}

internal static class WithdrawalRows
{
    /// <summary>A part of an application goes with it.</summary>
    public static void OfApplication<T>(this EntityTypeBuilder<T> row, System.Linq.Expressions.Expression<Func<T, object?>> application)
        where T : class =>
        row.HasOne<WithdrawalApplication>().WithMany().HasForeignKey(application).OnDelete(DeleteBehavior.Cascade);

    /// <summary>The columns of a booked rate.</summary>
    public static void Booked(this ComplexPropertyBuilder<BookedRate> rate)
    {
        rate.Property(r => r.Rate).HasPrecision(24, 10);
        rate.Property(r => r.Source).HasMaxLength(200);
    }
}
