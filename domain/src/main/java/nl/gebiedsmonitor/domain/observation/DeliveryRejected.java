package nl.gebiedsmonitor.domain.observation;

/** A delivery with faults, of which nothing was stored. */
public final class DeliveryRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Receipt receipt;

    public DeliveryRejected(Receipt receipt) {
        super(receipt.errorCount() + " errors in " + receipt.rejected() + " cells; nothing was stored");
        this.receipt = receipt;
    }

    public Receipt receipt() {
        return receipt;
    }
}
